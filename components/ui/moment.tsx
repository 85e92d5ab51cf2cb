import { dayTime, utcTime } from "./time";

export interface MomentProps {
  /** An ISO 8601 timestamp with a zone. */
  readonly at: string | null | undefined;
  /** What stands there where there is no time: "open". */
  readonly none?: string;
  /** By whose clocks; the server knows nobody's but UTC. */
  readonly zone?: string;
}

/** A moment that is agreed on, as a date: "1 Jan 2027", with its hour where it isn't midnight; in UTC unless a zone is given, and in UTC on hover. */
export function Moment({ at, none = "–", zone = "UTC" }: MomentProps) {
  const date = new Date(at ?? "");
  if (Number.isNaN(date.getTime())) return <span className={at ? undefined : "text-muted"}>{at || none}</span>;
  return (
    <time dateTime={date.toISOString()} title={utcTime(date)} className="whitespace-nowrap tabular-nums">
      {dayTime(date, zone)}
    </time>
  );
}

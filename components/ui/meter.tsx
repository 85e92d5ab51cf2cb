import clsx from "clsx";

export interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  /** The same in words: whoever can't see the bar reads them. */
  readonly words: string;
}

/** How much of something that has an end is used. */
export function Meter({ label, value, most, words }: MeterProps) {
  const part = most <= 0 ? 0 : Math.min(1, value / most);
  return (
    <div className="py-2">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className="text-muted">{label}</span>
        <span className="tabular-nums">{words}</span>
      </div>
      <div aria-hidden className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-hover">
        <div className={clsx("h-full rounded-full", part >= 0.9 ? "bg-waiting" : "bg-accent")} style={{ width: `${part * 100}%` }} />
      </div>
    </div>
  );
}

import { utcDay } from "./time";

/** From when to when a settlement counts: days in UTC, since that is what Klarna counts by. */
export function Period({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  if (from === null || to === null) return <span className="text-muted">–</span>;
  return (
    <span className="tabular-nums" title={`${from} to ${to}`}>
      {utcDay(from)} – {utcDay(to)}
    </span>
  );
}

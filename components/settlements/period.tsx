/** From when to when a settlement counts: days in UTC, since that is what Klarna counts by. */
export function Period({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  if (from === null || to === null) return <span className="text-muted">–</span>;
  return (
    <span className="tabular-nums" title={`${from} to ${to}`}>
      {day(from)} – {day(to)}
    </span>
  );
}

/** A day in UTC: "12 Oct 2026". */
export function day(at: string): string {
  return days.format(new Date(at));
}

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

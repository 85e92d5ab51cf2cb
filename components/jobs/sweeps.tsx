import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Sweep } from "@/lib/desk/sweep";

/** How the latest night's re-reading went, or goes, in each environment. */
export function Sweeps({ sweeps }: { readonly sweeps: readonly Sweep[] }) {
  return (
    <section aria-labelledby="sweeps" className="mt-8">
      <h2 id="sweeps" className="mb-2 font-semibold text-base">
        The night's re-reading
      </h2>
      {sweeps.length === 0 && (
        <p className="text-muted">None yet. Every night each merchant that nobody has seen since is read again, the longest unseen first.</p>
      )}
      <ul className="grid gap-3">
        {sweeps.map((sweep) => (
          <li key={sweep.environment} className="rounded border px-4 py-3">
            <SweepLine sweep={sweep} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SweepLine({ sweep: { environment, night, finished_at, total, left, missed, differences } }: { readonly sweep: Sweep }) {
  const name = environment.toUpperCase();
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{name}</span>
        {finished_at ? <Badge tone="good">Done</Badge> : <Badge tone="waiting">Reading</Badge>}
        <span className="text-muted">
          Due <RelativeTime at={night} />
        </span>
      </p>
      <div className="mt-3">
        <Progress label={`Re-reading ${name}`} done={total - left} total={total} resting={finished_at !== null} />
      </div>
      <p className="mt-2 flex flex-wrap gap-x-4 text-muted tabular-nums">
        <span>
          {total === 0 ? "Everything had been seen since" : `${Math.max(0, total - left - missed).toLocaleString("en")} of ${total.toLocaleString("en")} read`}
        </span>
        {missed > 0 && <span>{missed.toLocaleString("en")} couldn't be read</span>}
        {differences > 0 && (
          <span>{differences === 1 ? "1 difference" : `${differences.toLocaleString("en")} differences`} found, on the merchants' timelines</span>
        )}
      </p>
    </>
  );
}

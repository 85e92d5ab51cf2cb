import { Moment } from "@/components/ui/moment";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AuditedPlan } from "@/lib/desk/fee-audit";

/** Which price plans the fees were held against, and when each was read. */
export function PlansRead({ plans }: { readonly plans: readonly AuditedPlan[] }) {
  return (
    <section aria-labelledby="plans-read">
      <h2 id="plans-read" className="pb-2 font-semibold text-base">
        Price plans that were read
      </h2>
      {plans.length === 0 && <p className="text-muted">None: no fee of this report names a plan that Klarna lists.</p>}
      <ul>
        {plans.map(({ price_plan_id, name, version, effective_from, read_at, why }) => (
          <li key={`${price_plan_id} ${version}`} className="wrap-anywhere border-b py-2 last:border-0">
            {name ?? price_plan_id}, version {version}
            <span className="text-muted">
              {effective_from && (
                <>
                  , in force from <Moment at={effective_from} />
                </>
              )}
              {"; "}
              {why === null ? "read " : `couldn't be read (${why}) `}
              <RelativeTime at={read_at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

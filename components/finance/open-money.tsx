import { CircleAlert, CircleCheck, Clock } from "lucide-react";
import { Link } from "@/components/ui/link";

import type { FinanceOpen } from "@/lib/desk/finance";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

interface Open {
  readonly label: string;
  readonly count: number;
  readonly href: string;
  /** Whether somebody must look, or it comes by itself. */
  readonly wrong?: boolean;
}

/** What doesn't add up, what is late and what nobody can tell yet, whenever it was: each leads to where it is seen. */
export function OpenMoney({ environment, open }: { readonly environment: Environment; readonly open: FinanceOpen }) {
  return (
    <section aria-labelledby="open" className="mt-2">
      <h2 id="open" className="mb-3 font-semibold text-base">
        To look at
      </h2>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {open.settlements.all > 0 && <OpenList name="Settlements" items={ofSettlements(environment, open.settlements)} />}
        {(open.payouts.all > 0 || open.payouts.unread > 0) && <OpenList name="Payouts of the Settlements API" items={ofPayouts(environment, open.payouts)} />}
      </div>
    </section>
  );
}

function ofSettlements(environment: Environment, { differs, unknown, late }: FinanceOpen["settlements"]): readonly Open[] {
  return [
    { label: "Don't add up", count: differs, href: routes.settlements(environment, { verdict: "differs" }), wrong: true },
    { label: "Not paid out five days after they were made", count: late, href: routes.settlements(environment, { paid: "late" }), wrong: true },
    { label: "Not known whether they add up", count: unknown, href: routes.settlements(environment, { verdict: "unknown" }) },
  ];
}

function ofPayouts(environment: Environment, { odd, due, late, unread }: FinanceOpen["payouts"]): readonly Open[] {
  const attention = { tab: "all", environment };
  return [
    { label: "Don't add up, or can't be proved", count: odd, href: routes.payouts(environment, { proof: "odd" }), wrong: true },
    { label: "Should have come by now", count: late, href: routes.attention({ ...attention, rule: "payout-late" }), wrong: true },
    { label: "Connections that can't be read", count: unread, href: routes.payoutReadings(environment), wrong: true },
    { label: "Lines still to be read", count: due, href: routes.payouts(environment, { proof: "due" }) },
  ];
}

function OpenList({ name, items }: { readonly name: string; readonly items: readonly Open[] }) {
  return (
    <div>
      <h3 className="border-b pb-1.5 text-muted">{name}</h3>
      <ul>
        {items.map(({ label, count, href, wrong = false }) => (
          <li key={label} className="border-b last:border-b-0">
            {count === 0 ? (
              <p className="flex min-h-9 items-center gap-2 text-muted">
                <CircleCheck aria-hidden className="size-4 shrink-0" />
                <span className="min-w-0 flex-1">{label}</span>
                <span>None</span>
              </p>
            ) : (
              <Link href={href} className="-mx-2 flex min-h-9 items-center gap-2 rounded-[6px] px-2 hover:bg-hover max-md:min-h-11">
                {wrong ? <CircleAlert aria-hidden className="size-4 shrink-0 text-wrong" /> : <Clock aria-hidden className="size-4 shrink-0 text-waiting" />}
                <span className="min-w-0 flex-1 underline">{label}</span>
                <span className="font-medium mono tabular-nums">{count.toLocaleString("en")}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

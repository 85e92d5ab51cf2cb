import type { InTransit } from "@/lib/desk/payout";

import { Amount } from "./amount";
import { transitTotal } from "./transit-table";

/** What was in transit, by merchant and currency: the balance of a clearing account at that moment. */
export function TransitTotals({ rows }: { readonly rows: readonly InTransit[] }) {
  const groups = new Map<string, InTransit[]>();
  for (const row of rows) {
    const name = JSON.stringify([row.merchant_id, row.currency]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  if (groups.size === 0) return null;
  return (
    <dl aria-label="In transit, by merchant and currency" className="mb-4 flex flex-wrap gap-3">
      {[...groups].map(([name, own]) => {
        const unknown = own.reduce((sum, row) => sum + row.unknown, 0);
        return (
          <div key={name} className="min-w-40 rounded border bg-raised px-4 py-2.5">
            <dt className="text-muted text-xs">{own[0]?.merchant_id ?? "No merchant id"}</dt>
            <dd className="mt-0.5 font-medium">
              <Amount minor={own.reduce((sum, row) => sum + transitTotal(row), 0n).toString()} currency={own[0]?.currency ?? null} named />
              {unknown > 0 && <span className="block text-waiting text-xs">Without {unknown.toLocaleString("en")} lines of unknown direction</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

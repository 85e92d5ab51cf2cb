import type { PayoutTotal } from "@/lib/desk/payout";

import { Amount } from "./amount";

/** What the shown payouts come to, by currency: they are never added across. */
export function PayoutTotals({ totals }: { readonly totals: readonly PayoutTotal[] }) {
  if (totals.length === 0) return null;
  return (
    <dl aria-label="What these payouts come to" className="mb-4 flex flex-wrap gap-3">
      {totals.map(({ currency, invoices, payouts, amount, unreadable }) => (
        <div key={`${currency} ${invoices}`} className="min-w-40 rounded border bg-raised px-4 py-2.5">
          <dt className="text-muted text-xs">
            {payouts.toLocaleString("en")} {invoices ? "invoiced for fees" : payouts === 1 ? "payout" : "payouts"} in {currency ?? "no currency"}
          </dt>
          <dd className="mt-0.5 font-medium">
            <Amount minor={amount} currency={currency} named />
            {unreadable > 0 && <span className="block text-waiting text-xs">Without {unreadable.toLocaleString("en")} whose amount isn't known</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { PayoutFile } from "@/lib/desk/payout";
import { alarms } from "@/lib/klarna/payouts-api/kinds";

import { Amount } from "./amount";
import { settlementWords } from "./words";

/** What a payout is: how much, when, whose; and what in it somebody must see at once. */
export function PayoutFacts({ payout }: { readonly payout: PayoutFile }) {
  const { payment_reference, amount, currency, payout_date, merchant_id, settlement_type, connection, seen_at, changed_at, gone_at, sums, lines_due } = payout;
  const urgent = [...new Set(sums.map(({ detailed_type }) => detailed_type))].flatMap((kind) => alarms.get(kind) ?? []);
  return (
    <>
      {gone_at && (
        <Notice tone="waiting" className="mb-4" title="Klarna's list has this payout no longer">
          What the desk has read of it stays; ask Klarna's support what became of it. Gone since <RelativeTime at={gone_at} />
        </Notice>
      )}
      {lines_due && !gone_at && (
        <Notice tone="waiting" className="mb-4" title="Its lines are still to be read">
          What stands below about lines and proof is of before. They are read within minutes, or at once by Read again.
        </Notice>
      )}
      {urgent.map((words) => (
        <Notice key={words} tone="wrong" className="mb-4" title={words} />
      ))}
      <div className="max-w-xl">
        <p className="mb-2 font-semibold text-2xl tracking-tight">
          <Amount minor={amount} currency={currency} named />
        </p>
        <DescriptionList
          items={[
            {
              term: "Payment reference",
              value: (
                <span className="inline-flex items-center gap-1 mono">
                  {payment_reference}
                  <CopyButton value={payment_reference} label="payment reference" />
                </span>
              ),
            },
            {
              term: "Transfer begun",
              value: payout_date ? `${payout_date.slice(0, 16).replace("T", " ")} UTC; usually at the bank one banking day later` : undefined,
            },
            { term: "Merchant id", value: merchant_id },
            { term: "Settled", value: settlementWords(settlement_type).label },
            { term: "Connection", value: connection },
            { term: "Seen at Klarna", value: <RelativeTime at={seen_at} /> },
            { term: "Last changed", value: <RelativeTime at={changed_at} /> },
          ]}
        />
      </div>
    </>
  );
}

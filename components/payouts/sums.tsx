import { type Column, Table } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { PayoutFile, PayoutSum } from "@/lib/desk/payout";
import { isLineType, lineWords } from "@/lib/klarna/payouts-api/kinds";

import { Amount } from "./amount";

const feeTypes = new Set(["FEE", "FEE_REFUND", "TAX"]);
const reserveTypes = new Set(["HOLDBACK", "RELEASE"]);

/** What the lines come to by their kinds: sales and what came of them, fees with their VAT apart, and the reserve apart. */
export function Sums({ payout: { sums, currency } }: { readonly payout: PayoutFile }) {
  const groups = [
    { id: "trade", title: "Sales and what came of them", rows: sums.filter(({ type }) => !feeTypes.has(type) && !reserveTypes.has(type)) },
    { id: "fees", title: "Fees and VAT", rows: sums.filter(({ type }) => feeTypes.has(type)), tax: true },
    { id: "reserve", title: "Reserve", rows: sums.filter(({ type }) => reserveTypes.has(type)) },
  ].filter(({ rows }) => rows.length > 0);
  return groups.map(({ id, title, rows, tax = false }) => (
    <section key={id} aria-labelledby={id} className="mt-8">
      <h2 id={id} className="mb-2 font-semibold text-base">
        {title}
      </h2>
      <Table caption={title} columns={columnsIn(currency, tax)} rows={rows} rowKey={({ type, detailed_type }) => `${type} ${detailed_type}`} />
    </section>
  ));
}

function columnsIn(currency: string | null, tax: boolean): readonly Column<PayoutSum>[] {
  return [
    { key: "kind", header: "Kind", cell: ({ type, detailed_type }) => <Kind type={type} detailed={detailed_type} /> },
    { key: "lines", header: "Lines", width: "w-24", numeric: true, cell: ({ lines }) => lines.toLocaleString("en") },
    ...(tax
      ? [{ key: "tax", header: "VAT", width: "w-36", numeric: true, cell: ({ tax: amount }: PayoutSum) => <Amount minor={amount} currency={currency} /> }]
      : []),
    { key: "amount", header: "Amount", width: "w-40", numeric: true, cell: ({ amount }) => <Amount minor={amount} currency={currency} /> },
  ];
}

/** A kind of line in plain words with Klarna's own beside it; what isn't known stands as it came. */
export function Kind({ type, detailed }: { readonly type: string; readonly detailed: string }) {
  const words = lineWords(type, detailed);
  const klarnas = [type, detailed].filter((text) => text !== "").join(" / ") || "No type";
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="min-w-0 truncate">{words ?? (isLineType(type) ? klarnas : `Unknown to the desk`)}</span>
      <span className="min-w-0 shrink-2 font-mono text-muted text-xs">
        <Truncated text={klarnas} />
      </span>
    </span>
  );
}

import { StateBadge } from "@/components/ui/badge";
import { Period } from "@/components/ui/period";
import type { Column } from "@/components/ui/table";
import { utcDay } from "@/components/ui/time";
import type { SettlementItem } from "@/lib/desk/settlement";
import { Amount } from "./amount";
import { verdictBadge } from "./words";

/** The columns of the list of settlements. */
export const settlementColumns: readonly Column<SettlementItem>[] = [
  { key: "id", header: "Settlement", least: 7, cell: ({ settlement_id }) => <span className="wrap-anywhere mono">{settlement_id}</span> },
  { key: "period", header: "Period", width: "w-[22%]", least: 10, cell: ({ period_from, period_to }) => <Period from={period_from} to={period_to} /> },
  {
    key: "amount",
    header: "Amount",
    width: "w-[14%]",
    least: 7.5,
    numeric: true,
    cell: ({ amount, currency }) => <Amount minor={amount} currency={currency} />,
  },
  { key: "currency", header: "Currency", width: "w-[9%]", least: 5, cell: ({ currency }) => currency ?? "–" },
  { key: "payout", header: "Payout", width: "w-[14%]", least: 6.5, cell: (item) => <Payout item={item} /> },
  {
    key: "rows",
    header: "Transactions",
    width: "w-[10%]",
    least: 6.5,
    numeric: true,
    wideOnly: true,
    cell: ({ rows }) => (rows === null ? "–" : rows.toLocaleString("en")),
  },
  { key: "verdict", header: "Adds up?", width: "w-[13%]", least: 8, cell: (item) => <StateBadge {...verdictBadge(item)} /> },
];

function Payout({ item: { payout_id, paid_out_at } }: { readonly item: SettlementItem }) {
  if (paid_out_at) return <span className="whitespace-nowrap">{utcDay(paid_out_at)}</span>;
  return <span className="text-muted">{payout_id ? "on its way" : "none"}</span>;
}

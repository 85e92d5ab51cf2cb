import { HandCoins } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import type { PayoutRow } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { Amount } from "./amount";
import { verdictOf } from "./words";

export interface PayoutTableProps {
  readonly environment: Environment;
  readonly payouts: readonly PayoutRow[];
  readonly asked: boolean;
  /** What to do where there is nothing at all. */
  readonly nothing: React.ReactNode;
}

/** Payouts, the latest first. */
export function PayoutTable({ environment, payouts, asked, nothing }: PayoutTableProps) {
  return (
    <Table
      caption="Payouts, the latest first"
      columns={columns}
      rows={payouts}
      rowKey={({ payment_reference }) => payment_reference}
      rowHref={({ payment_reference }) => routes.payout(environment, payment_reference)}
      empty={
        <EmptyState icon={<HandCoins aria-hidden />} title={asked ? "No payout fits" : "No payouts yet"}>
          {asked ? "Ask for less: leave out a filter, or take a longer time." : nothing}
        </EmptyState>
      }
    />
  );
}

const columns: readonly Column<PayoutRow>[] = [
  {
    key: "reference",
    header: "Payment reference",
    least: 8.5,
    cell: ({ payment_reference }) => <span className="truncate mono">{payment_reference}</span>,
  },
  { key: "date", header: "Begun", width: "w-[10%]", least: 6, cell: ({ payout_date }) => payout_date?.slice(0, 10) ?? "No date" },
  { key: "merchant", header: "Merchant id", width: "w-[16%]", least: 7.5, cell: ({ merchant_id }) => merchant_id ?? "–" },
  { key: "type", header: "Settled", width: "w-[10%]", least: 6, wideOnly: true, cell: ({ settlement_type }) => settlement_type ?? "–" },
  {
    key: "proof",
    header: "Proof",
    width: "w-[15%]",
    least: 10,
    cell: (payout) => {
      const { tone, label } = verdictOf(payout);
      return <Badge tone={tone}>{label}</Badge>;
    },
  },
  {
    key: "amount",
    header: "Paid out",
    width: "w-[14%]",
    least: 8.5,
    numeric: true,
    cell: ({ amount, currency }) => <Amount minor={amount} currency={currency} named />,
  },
];

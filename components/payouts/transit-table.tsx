import { Truck } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import type { InTransit } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { Amount } from "./amount";

/** What was on its way at a moment: by the payout that brought it, and what is in none yet. */
export function TransitTable({ environment, rows }: { readonly environment: Environment; readonly rows: readonly InTransit[] }) {
  return (
    <Table
      caption="What was captured and not paid out"
      columns={columns}
      rows={rows}
      rowKey={({ merchant_id, currency, payment_reference }) => `${merchant_id} ${currency} ${payment_reference}`}
      rowHref={(row) => (row.payment_reference ? routes.payout(environment, row.payment_reference) : routes.payouts(environment))}
      empty={
        <EmptyState icon={<Truck aria-hidden />} title="Nothing was in transit then">
          All that was captured by then and that the desk knows was paid out by then.
        </EmptyState>
      }
    />
  );
}

/** What is in transit in all, in one currency of one merchant; null where a direction isn't known. */
export function transitTotal({ sales, refunds, fees, tax, other }: InTransit): bigint {
  return [sales, refunds, fees, tax, other].reduce((sum, part) => sum + BigInt(part), 0n);
}

const money = (key: "sales" | "refunds" | "fees" | "tax" | "other", header: string): Column<InTransit> => ({
  ...{ key, header, width: "w-28", numeric: true },
  cell: (row) => <Amount minor={row[key]} currency={row.currency} />,
});

const columns: readonly Column<InTransit>[] = [
  {
    key: "payout",
    header: "Brought by",
    least: 9,
    cell: ({ payment_reference, payout_date }) => (payment_reference ? `${payment_reference}, ${payout_date?.slice(0, 10)}` : "In no payout yet"),
  },
  { key: "merchant", header: "Merchant id", width: "w-28", cell: ({ merchant_id }) => merchant_id ?? "–" },
  money("sales", "Sales"),
  money("refunds", "Refunds"),
  money("fees", "Fees"),
  money("tax", "VAT"),
  money("other", "Other"),
  {
    key: "total",
    header: "In transit",
    width: "w-40",
    numeric: true,
    cell: (row) => <Amount minor={row.unknown > 0 ? null : transitTotal(row).toString()} currency={row.currency} named />,
  },
];

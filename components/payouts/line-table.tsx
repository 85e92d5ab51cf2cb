import { List } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { type Column, Table } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { PayoutLine } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { Amount } from "./amount";
import { LineFields } from "./line-fields";
import { Kind } from "./sums";

export interface LineTableProps {
  readonly environment: Environment;
  readonly caption: string;
  readonly lines: readonly PayoutLine[];
  /** In an order's lines: which payout each is in. */
  readonly withPayout?: boolean;
  readonly empty: string;
}

/** Lines with what they come to, and each with all that Klarna said of it. */
export function LineTable({ environment, caption, lines, withPayout = false, empty }: LineTableProps) {
  return (
    <Table
      caption={caption}
      columns={withPayout ? [...facts, payoutColumn(environment), ...amounts] : [...facts, orderColumn(environment), ...amounts]}
      rows={lines}
      rowKey={({ key, payment_reference }) => `${payment_reference} ${key}`}
      empty={<EmptyState icon={<List aria-hidden />} title={empty} />}
    />
  );
}

const facts: readonly Column<PayoutLine>[] = [
  { key: "kind", header: "Line", least: 13, cell: ({ type, detailed_type }) => <Kind type={type ?? ""} detailed={detailed_type ?? ""} /> },
  {
    key: "at",
    header: "Booked (UTC)",
    width: "w-[14%]",
    least: 9,
    cell: ({ captured_at }) => (captured_at ? captured_at.slice(0, 16).replace("T", " ") : "No date"),
  },
];

const amounts: readonly Column<PayoutLine>[] = [
  {
    key: "tax",
    header: "VAT",
    width: "w-[10%]",
    least: 6,
    numeric: true,
    wideOnly: true,
    cell: ({ tax, currency }) => (tax === null ? "–" : <Amount minor={tax} currency={currency} />),
  },
  { key: "amount", header: "Amount", width: "w-[11%]", least: 7, numeric: true, cell: ({ amount, currency }) => <Amount minor={amount} currency={currency} /> },
  { key: "more", header: "All fields", width: "w-[9%]", least: 5.5, cell: ({ content, type }) => <LineFields name={type ?? "line"} content={content} /> },
];

function orderColumn(environment: Environment): Column<PayoutLine> {
  return {
    key: "order",
    header: "Order",
    width: "w-[22%]",
    least: 8.5,
    cell: ({ order_id, content }) => {
      const number = [content.merchant_reference1, content.short_order_id].find((one) => typeof one === "string" && one !== "") as string | undefined;
      if (!order_id) return <span className="text-muted">No order</span>;
      return (
        <Link href={routes.payoutOrder(environment, order_id)} className="block rounded-sm mono underline">
          <Truncated text={number ?? order_id} />
        </Link>
      );
    },
  };
}

function payoutColumn(environment: Environment): Column<PayoutLine> {
  return {
    key: "payout",
    header: "Payout",
    width: "w-[22%]",
    least: 8.5,
    cell: ({ payment_reference, payout_date }) =>
      payment_reference ? (
        <Link href={routes.payout(environment, payment_reference)} className="block rounded-sm underline">
          <Truncated text={`${payment_reference}${payout_date ? `, ${payout_date.slice(0, 10)}` : ""}`} />
        </Link>
      ) : (
        <span className="text-muted">In none yet</span>
      ),
  };
}

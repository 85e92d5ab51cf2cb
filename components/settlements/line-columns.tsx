import { MiddleCut } from "@/components/ui/middle-cut";
import type { Column } from "@/components/ui/table";
import { utcDay } from "@/components/ui/time";
import { Truncated } from "@/components/ui/truncated";
import type { SettlementLine } from "@/lib/desk/settlement";

import { Amount } from "./amount";
import { kindWords } from "./words";

/** The columns of transactions; `open` shows everything about a payment. */
export function lineColumns(open: (paymentId: string) => void): readonly Column<SettlementLine>[] {
  return [
    { key: "kind", header: "Transaction", cell: (line) => <Opener line={line} open={open} /> },
    {
      key: "at",
      header: "When (UTC)",
      width: "w-[16%]",
      least: 9.5,
      cell: ({ created_at }) => <span className="whitespace-nowrap tabular-nums">{shortTime(created_at)}</span>,
    },
    { key: "merchant", header: "Merchant", width: "w-[20%]", least: 9.5, cell: ({ merchant, account_id }) => <Truncated text={merchant ?? account_id} /> },
    { key: "reference", header: "Reference", width: "w-[20%]", least: 9, cell: ({ reference }) => <Reference text={reference} /> },
    {
      key: "amount",
      header: "Amount",
      width: "w-[12%]",
      least: 7,
      numeric: true,
      cell: ({ amount, currency }) => <Amount minor={amount} currency={currency} />,
    },
    { key: "tax", header: "Tax", width: "w-[9%]", numeric: true, wideOnly: true, cell: ({ tax, currency }) => <Amount minor={tax} currency={currency} /> },
  ];
}

function Opener({ line: { type, detailed_type, payment_id, line }, open }: { readonly line: SettlementLine; readonly open: (paymentId: string) => void }) {
  const words = kindWords(type, detailed_type);
  if (payment_id === "") return <Truncated text={words} />;
  return (
    <button
      type="button"
      onClick={() => open(payment_id)}
      className="max-w-full truncate rounded-sm text-left hover:underline max-md:min-h-11"
      title={`Line ${line} of the report`}
    >
      {words}
    </button>
  );
}

/** Merchants begin their references alike: what tells them apart is the end. */
export function Reference({ text }: { readonly text: string | null }) {
  return text === null ? <span className="text-muted">–</span> : <MiddleCut text={text} />;
}

/** "10 Sep 2026, 09:53" in UTC, as reports say it. */
export function shortTime(at: string): string {
  return `${utcDay(at)}, ${new Date(at).toISOString().slice(11, 16)}`;
}

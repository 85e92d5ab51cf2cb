import { type Column, Table } from "@/components/ui/table";
import type { BookItem } from "@/lib/desk/books/month";

import { Money } from "./money";

/** What a month comes to in each currency, and how far it is in the books. */
export function MonthSums({ items }: { readonly items: readonly BookItem[] }) {
  if (items.length === 0) return null;
  return (
    <div className="mb-6">
      <Table caption="What the month comes to, by currency" columns={columns} rows={sumsOf(items)} rowKey={({ currency }) => currency} />
    </div>
  );
}

interface CurrencySum {
  readonly currency: string;
  readonly payables: number;
  readonly amount: bigint;
  readonly exported: number;
  readonly open: number;
  readonly stuck: number;
}

function sumsOf(items: readonly BookItem[]): readonly CurrencySum[] {
  const currencies = [...new Set(items.map(({ currency }) => currency ?? ""))].sort();
  return currencies.map((currency) => {
    const own = items.filter((item) => (item.currency ?? "") === currency);
    return {
      currency,
      payables: own.length,
      amount: own.reduce(
        (sum, { amount, notes, standing }) => (notes.includes("invoice") || standing === "gone" || standing === "twin" ? sum : sum + BigInt(amount ?? "0")),
        0n,
      ),
      exported: own.filter(({ exported }) => exported).length,
      open: own.filter(({ exported, standing }) => !exported && standing === "ready").length,
      stuck: own.filter(({ exported, standing }) => !exported && standing !== "ready").length,
    };
  });
}

const columns: readonly Column<CurrencySum>[] = [
  { key: "currency", header: "Currency", width: "w-[10%]", least: 5, cell: ({ currency }) => currency || "None given" },
  { key: "amount", header: "Paid out", numeric: true, cell: ({ amount, currency }) => <Money minor={String(amount)} currency={currency || null} /> },
  { key: "payables", header: "Settlements, payouts", width: "w-[21%]", least: 9.75, numeric: true, cell: ({ payables }) => String(payables) },
  { key: "exported", header: "Exported", numeric: true, cell: ({ exported }) => String(exported) },
  { key: "open", header: "To be exported", numeric: true, cell: ({ open }) => String(open) },
  { key: "stuck", header: "Left out", numeric: true, cell: ({ stuck }) => String(stuck) },
];

"use client";

import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { Waterfall, type WaterfallStep } from "@/components/ui/waterfall";
import type { SettlementDetail, SettlementPartProof } from "@/lib/desk/settlement";
import { settlementParts } from "@/lib/desk/settlement-parts";

import { Amount, written } from "./amount";
import { useSettlementHere } from "./settlement-context";
import { partWords } from "./words";

/** The parts of a settlement from captures to payout: as a picture, and as a table beside its transactions. */
export function PartsSection() {
  const { settlement } = useSettlementHere();
  const { amount, currency, totals } = settlement;
  if (amount === null || currency === null || Object.keys(totals).length === 0) return null;
  const parts = settlement.parts.length > 0 ? settlement.parts : partsOf(settlement);
  const steps = parts.filter(({ summary }) => summary !== null && summary !== "0").map((part): WaterfallStep => stepOf(part, currency));
  return (
    <section aria-labelledby="parts">
      <h2 id="parts" className="border-b pb-2 font-semibold text-base">
        From captures to payout <span className="font-normal text-muted">in {currency}</span>
      </h2>
      <div className="py-4">
        <Waterfall
          label={`The parts of this settlement, as in the table below, come to ${written(amount, currency)} ${currency}.`}
          steps={[...steps, { label: "Settled", value: Number(amount), text: written(amount, currency), total: true }]}
        />
      </div>
      <Table
        caption="The parts of this settlement"
        columns={columnsOf(currency, settlement.loaded !== null)}
        rows={parts.filter(isWorthShowing)}
        rowKey={({ part }) => part}
      />
    </section>
  );
}

function stepOf({ part, summary }: SettlementPartProof, currency: string): WaterfallStep {
  return { label: partWords(part), value: Number(summary), text: written(summary ?? "0", currency, true) };
}

/** What Klarna says in short, while its report isn't loaded. */
function partsOf({ totals }: SettlementDetail): readonly SettlementPartProof[] {
  return settlementParts.map((part) => ({ part, summary: totals[part] ?? null, lines: "0", rows: 0, gap: null }));
}

function isWorthShowing({ summary, lines, rows, gap }: SettlementPartProof): boolean {
  return (summary !== null && summary !== "0") || lines !== "0" || rows > 0 || (gap !== null && gap !== "0");
}

function columnsOf(currency: string, loaded: boolean): readonly Column<SettlementPartProof>[] {
  const all: readonly Column<SettlementPartProof>[] = [
    { key: "part", header: "Part", cell: ({ part }) => partWords(part) },
    { key: "summary", header: "Summary", width: "w-[18%]", numeric: true, cell: ({ summary }) => <Amount minor={summary} currency={currency} /> },
    {
      key: "lines",
      header: "Transactions",
      width: "w-[18%]",
      numeric: true,
      cell: ({ lines, gap }) => <Amount minor={gap === null ? null : lines} currency={currency} />,
    },
    { key: "rows", header: "How many", width: "w-[14%]", numeric: true, wideOnly: true, cell: ({ rows }) => (rows === 0 ? "–" : rows.toLocaleString("en")) },
    { key: "gap", header: "Difference", width: "w-[20%]", cell: ({ gap }) => <Gap gap={gap} currency={currency} /> },
  ];
  // Without its transactions there is nothing to hold the summary against.
  return loaded ? all : all.slice(0, 2);
}

function Gap({ gap, currency }: { readonly gap: string | null; readonly currency: string }) {
  if (gap === null) return <span className="text-muted">not listed</span>;
  return gap === "0" ? <Badge tone="good">none</Badge> : <Badge tone="wrong">{written(gap, currency, true)}</Badge>;
}

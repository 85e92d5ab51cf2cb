"use client";

import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import type { FeeAudit, FeeOutcome } from "@/lib/desk/fee-audit";
import { feeReasonWords } from "@/lib/desk/fee-audit-words";

import { Amount } from "../amount";
import { useSettlementHere } from "../settlement-context";

type Found = FeeAudit["reasons"][number];

/** What the fees come to by what was found of them. */
export function FeeReasons({ audit }: { readonly audit: FeeAudit }) {
  const { currency } = useSettlementHere().settlement;
  const columns: readonly Column<Found>[] = [
    {
      key: "reason",
      header: "What was found",
      whole: true,
      cell: ({ reason, detail }) => (
        <span className="wrap-anywhere whitespace-normal">
          {feeReasonWords[reason]}
          {detail && <span className="text-muted">: {detail}</span>}
        </span>
      ),
    },
    { key: "outcome", header: "So", width: "w-[15%]", least: 9.75, cell: ({ outcome }) => <Badge tone={tones[outcome]}>{outcomeWords[outcome]}</Badge> },
    { key: "rows", header: "Fees", width: "w-[10%]", least: 5, numeric: true, cell: ({ rows }) => rows.toLocaleString("en") },
    { key: "charged", header: "Charged", width: "w-[13%]", least: 7, numeric: true, cell: ({ charged }) => <Amount minor={charged} currency={currency} /> },
    {
      key: "expected",
      header: "By the plan",
      width: "w-[13%]",
      least: 7,
      numeric: true,
      cell: ({ expected }) => <Amount minor={expected} currency={currency} />,
    },
    {
      key: "difference",
      header: "Difference",
      width: "w-[13%]",
      least: 7,
      numeric: true,
      cell: ({ charged, expected }) => <Amount minor={expected === null ? null : String(BigInt(charged) - BigInt(expected))} currency={currency} signed />,
    },
  ];
  return (
    <section aria-labelledby="fee-reasons">
      <h2 id="fee-reasons" className="pb-2 font-semibold text-base">
        By what was found <span className="font-normal text-muted">in {currency}</span>
      </h2>
      <Table
        caption="Fees by what was found of them"
        columns={columns}
        rows={audit.reasons}
        rowKey={({ reason, detail }) => `${reason} ${detail}`}
        empty={<p className="text-muted">The report has no fee.</p>}
      />
    </section>
  );
}

const outcomeWords: Readonly<Record<FeeOutcome, string>> = { agrees: "Agrees", differs: "Differs", unchecked: "Can't be checked" };
const tones = { agrees: "good", differs: "wrong", unchecked: "off" } as const;

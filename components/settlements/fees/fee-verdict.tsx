"use client";

import { Notice } from "@/components/ui/notice";
import type { FeeAudit, FeeOutcome } from "@/lib/desk/fee-audit";
import { moneyText } from "@/lib/money";

import { useSettlementHere } from "../settlement-context";

/** What was found of all fees, in a sentence. What can't be checked is never called right. */
export function FeeVerdict({ audit }: { readonly audit: FeeAudit }) {
  const currency = useSettlementHere().settlement.currency ?? "";
  const [agrees, differs, unchecked] = (["agrees", "differs", "unchecked"] as const).map((outcome) => sumOf(audit, outcome));
  if (!agrees || !differs || !unchecked || agrees.rows + differs.rows + unchecked.rows === 0) return <p className="font-medium">The report has no fee.</p>;
  const gap = differs.charged - differs.expected;
  const open =
    unchecked.rows === 0
      ? ""
      : ` ${count(unchecked.rows)} of ${moneyText(unchecked.charged, currency)} can't be checked; why stands below, and nothing is said of them.`;
  if (differs.rows > 0)
    return (
      <Notice tone="wrong" title={`${count(differs.rows)} ${differs.rows === 1 ? "differs" : "differ"} from the price plans: ${gapWords(gap, currency)}`}>
        {count(agrees.rows)} {agrees.rows === 1 ? "is" : "are"} what the plans say.{open}
      </Notice>
    );
  if (agrees.rows === 0)
    return (
      <Notice
        tone="waiting"
        title={`None of ${count(unchecked.rows)} can be checked`}
      >{`They come to ${moneyText(unchecked.charged, currency)}. Why stands below.`}</Notice>
    );
  return (
    <Notice tone={unchecked.rows > 0 ? "info" : "good"} title={`${count(agrees.rows)} ${agrees.rows === 1 ? "is" : "are"} what the price plans say`}>
      {unchecked.rows > 0 ? open.trim() : `All of them, ${moneyText(agrees.charged, currency)} in all.`}
    </Notice>
  );
}

/** A gap in words: fees are negative, so less than the plan is more that was taken. */
function gapWords(gap: bigint, currency: string): string {
  if (gap === 0n) return "as much too much as too little";
  return gap < 0n ? `${moneyText(-gap, currency)} too much was taken` : `${moneyText(gap, currency)} too little was taken`;
}

function sumOf({ reasons }: FeeAudit, outcome: FeeOutcome) {
  const some = reasons.filter((reason) => reason.outcome === outcome);
  return {
    rows: some.reduce((sum, { rows }) => sum + rows, 0),
    charged: some.reduce((sum, { charged }) => sum + BigInt(charged), 0n),
    expected: some.reduce((sum, { expected }) => sum + BigInt(expected ?? "0"), 0n),
  };
}

function count(rows: number): string {
  return `${rows.toLocaleString("en")} ${rows === 1 ? "fee" : "fees"}`;
}

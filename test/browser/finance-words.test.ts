import { expect, test } from "vitest";

import { kindOf } from "@/components/books/words";
import { withinSentence } from "@/components/ui/within-sentence";

test("an invoice for fees isn't called a payout: the month's sum of what is paid out leaves it out", () => {
  expect([kindOf({ kind: "payout", notes: ["invoice"] }), kindOf({ kind: "payout", notes: [] }), kindOf({ kind: "settlement", notes: [] })]).toEqual([
    "Invoice",
    "Payout",
    "Settlement",
  ]);
});

test("a label within a sentence begins small, unless it begins with an abbreviation", () => {
  expect(["Refunds", "VAT on fees", "Übertrag"].map(withinSentence)).toEqual(["refunds", "VAT on fees", "übertrag"]);
});

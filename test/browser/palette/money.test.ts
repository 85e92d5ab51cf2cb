import { expect, test } from "vitest";

import { entryGroups } from "@/components/palette/entries";
import type { PaletteMoney } from "@/lib/desk/palette";

const offer = {
  person: "ada",
  environment: "test",
  home: "test",
  environments: [{ name: "test", href: "/test/merchants" }],
  pages: [],
  may: ["settlements:read"],
} as const;

/** What is offered of money for a text: each entry's words, where it leads, and whether it answers the text. */
function money(text: string, found: readonly PaletteMoney[], maySettlements = true) {
  const groups = entryGroups({
    offer: { ...offer, may: maySettlements ? offer.may : [] },
    path: null,
    text,
    found: { merchants: [], money: found },
    clipboard: { ask: false },
  });
  const entries = groups.find(({ label }) => label === "Money")?.entries ?? [];
  return entries.map(({ label, detail, pick, found: answers = false }) => [label, detail, "go" in pick ? pick.go : "", answers]);
}

test("settlements, payouts, orders and payments are offered with what they are, and lead to their pages", () => {
  const nothing = { amount: null, currency: null };
  const all: readonly PaletteMoney[] = [
    { kind: "settlement", id: "15328742", amount: "78743", currency: "EUR" },
    { kind: "settlement", id: "15328743", ...nothing },
    { kind: "payout", id: "XISA93DJ", ...nothing },
    { kind: "order", id: "o:1", ...nothing },
    { kind: "payment", id: "krn:p:1", ...nothing },
  ];
  expect(money("x", all)).toEqual([
    ["15328742", "Settlement, EUR\u00a0787.43", "/test/settlements/15328742", true],
    ["15328743", "Settlement", "/test/settlements/15328743", true],
    ["XISA93DJ", "Payout", "/test/payouts/XISA93DJ", true],
    ["o:1", "Order across payouts", "/test/payouts/orders/o%3A1", true],
    ["krn:p:1", "Everything about this payment", "/test/settlements?payment=krn%3Ap%3A1", true],
  ]);
  expect(money(" ", all), "nothing is typed any more").toEqual([]);
});

test("the number of a settlement that isn't known leads to where it is looked up at Klarna, for whoever may", () => {
  expect(money("XD65-113574395", [])).toEqual([["XD65-113574395", "Look up this settlement at Klarna", "/test/settlements/XD65-113574395", false]]);
  expect(money("XD65-113574395", [], false)).toEqual([]);
  expect(money("Blomster", [])).toEqual([]);
});

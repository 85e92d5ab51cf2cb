import fc from "fast-check";
import { expect, test } from "vitest";

import { bySlot, entryLine, journalEntry, type Part, restOf, sumOf } from "@/lib/desk/books/entry";
import { type Accounts, type Slot, slots } from "@/lib/desk/books/slots";

const accounts: Accounts = Object.fromEntries(slots.map((slot, at) => [slot, { number: String(1000 + at), name: slot }]));
const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
const partSlots = slots.filter((slot) => slot !== "bank" && slot !== "clearing");
const anyParts = fc.array(fc.record({ slot: fc.constantFrom(...partSlots), amount }), { maxLength: 30 });
const against = fc.constantFrom("bank" as const, "clearing" as const);

test("whatever is paid and taken, an entry's debits are its credits to the minor unit, and each part is in it once", () => {
  fc.assert(
    fc.property(anyParts, against, (parts, side) => {
      const paid = parts.reduce((sum, part) => sum + part.amount, 0n);
      const journal = journalEntry({ paid, against: side, parts }, accounts);
      if (journal.kind === "empty") {
        expect([paid, ...bySlot(parts).map((part) => part.amount)].every((own) => own === 0n)).toBe(true);
        return;
      }
      if (journal.kind !== "entry") throw new Error(journal.kind);
      const total = (name: "debit" | "credit") => journal.lines.reduce((sum, line) => sum + BigInt(line[name]), 0n);
      expect(total("debit")).toBe(total("credit"));
      for (const { debit, credit } of journal.lines) expect([debit, credit].filter((text) => text === "0" || text.startsWith("-"))).toEqual(["0"]);
      expect(new Set(journal.lines.map(({ slot }) => slot)).size).toBe(journal.lines.length);
      const bank = journal.lines.find(({ slot }) => slot === side);
      expect(BigInt(bank?.debit ?? "0") - BigInt(bank?.credit ?? "0")).toBe(paid);
      for (const slot of partSlots) {
        const line = journal.lines.find((one) => one.slot === slot);
        const own = parts.filter((part) => part.slot === slot).reduce((sum, part) => sum + part.amount, 0n);
        expect(BigInt(line?.credit ?? "0") - BigInt(line?.debit ?? "0")).toBe(own);
      }
    }),
  );
});

test("what doesn't add up is refused with the exact gap, be it one minor unit", () => {
  fc.assert(
    fc.property(
      anyParts,
      against,
      amount.filter((gap) => gap !== 0n),
      (parts, side, gap) => {
        expect(journalEntry({ paid: sumOf(parts) + gap, against: side, parts }, accounts)).toEqual({ kind: "gap", gap });
      },
    ),
  );
});

test("sales and refunds without an account of their own go against clearing; any other part needs one", () => {
  const parts: readonly Part[] = [
    { slot: "sales", amount: 1_000n },
    { slot: "refunds", amount: -100n },
    { slot: "fixed-fees", amount: -30n },
  ];
  const few: Accounts = { bank: { number: "1930", name: "Bank" }, clearing: { number: "1580", name: "Klarna" } };
  expect(journalEntry({ paid: 870n, against: "bank", parts }, few)).toEqual({ kind: "accounts", missing: ["fixed-fees"] });
  const named = { ...few, "fixed-fees": { number: "6570", name: "Fees" } };
  expect(journalEntry({ paid: 870n, against: "bank", parts }, named)).toEqual({
    kind: "entry",
    lines: [
      { slot: "bank", number: "1930", name: "Bank", debit: "870", credit: "0" },
      { slot: "sales", number: "1580", name: "Klarna", debit: "0", credit: "1000" },
      { slot: "refunds", number: "1580", name: "Klarna", debit: "100", credit: "0" },
      { slot: "fixed-fees", number: "6570", name: "Fees", debit: "30", credit: "0" },
    ],
  });
  expect(() => entryLine({ slot: "debt", amount: 1n }, few)).toThrow("no account for debt");
});

test("where nothing is paid and nothing taken there is nothing to book", () => {
  expect(journalEntry({ paid: 0n, against: "bank", parts: [{ slot: "sales", amount: 0n }] }, accounts)).toEqual({ kind: "empty" });
});

test("lines stand for totals account by account: what is missing is said, but for the debt, and the reserve where none lists it", () => {
  const totals = partsOf({ sales: 500n, "fixed-fees": -20n, debt: -80n, reserve: -50n });
  const lines = partsOf({ sales: 500n, "fixed-fees": -20n });
  expect(restOf(totals, lines)).toEqual({ kind: "agrees", rest: partsOf({ reserve: -50n, debt: -80n }) });
  expect(restOf(totals, [...lines, { slot: "reserve", amount: -49n }])).toEqual({ kind: "differs", gaps: partsOf({ reserve: -1n }) });
  // Two differences that cancel each other out are still two.
  expect(restOf(totals, partsOf({ sales: 545n, "fixed-fees": -65n }))).toEqual({ kind: "differs", gaps: partsOf({ sales: -45n, "fixed-fees": 45n }) });
});

function partsOf(given: Readonly<Partial<Record<Slot, bigint>>>): readonly Part[] {
  return Object.entries(given).map(([slot, own]) => ({ slot: slot as Slot, amount: own }));
}

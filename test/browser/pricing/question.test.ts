import fc from "fast-check";
import { expect, test } from "vitest";

import { typedOrder } from "@/components/pricing/order-form";
import { addressOf, looks, type Question, questionIn, ratesAsked } from "@/components/pricing/question";

const now = "2026-11-26T12:34:56.000Z";
const today = "2026-11-26";
const start = questionIn(new URLSearchParams(), today);
const asked = (next: Partial<Question>) => ratesAsked({ ...start, ...next }, now);

test("the page opens with the rates of today, and an address that says nothing", () => {
  expect(addressOf(start, today)).toEqual({});
  expect(asked({})).toEqual({ date_time: now });
});

test("an address leads back to its question, whatever was typed", () => {
  const text = fc.string({ maxLength: 50 });
  const day = fc.constantFrom("", "1999-01-01", "2026-02-28", "2027-12-31");
  const question = fc.record({
    ...{ look: fc.constantFrom(...looks), by: fc.constantFrom("version" as const, "category" as const), plan: text, version: text, date: day, category: text },
    ...{ country: text, currency: text, program: text, other: text, everything: text, amount: text, captures: text, tax: text },
  });
  // Half a character has no place in an address.
  const wellFormed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString() === JSON.stringify(value) && !/\\ud[89a-f]/i.test(JSON.stringify(value));
  fc.assert(fc.property(question.filter(wellFormed), (one) => void expect(questionIn(new URLSearchParams(addressOf(one, today)), today)).toEqual(one)));
});

test("an odd address is no fault", () => {
  expect(questionIn(new URLSearchParams({ look: "elsewhere", by: "colour", plan: "x".repeat(500) }), today)).toMatchObject({ look: "rates", by: "version" });
  for (const date of ["zzz", "2026-02-30", "1", "2026-11-26T00:00"]) expect(questionIn(new URLSearchParams({ date }), today).date, date).toBe(today);
});

test("Klarna is asked by what is chosen, and by nothing at all it isn't asked", () => {
  expect(asked({ date: "" })).toBeUndefined();
  expect(asked({ date: "2027-01-01" })).toEqual({ date_time: "2027-01-01T00:00:00Z" });
  expect(asked({ version: "3", date: "2027-01-01" })).toEqual({ version: "3" });
  expect(asked({ date: "", category: "5411", country: "SE", currency: "SEK", program: "krn:p" })).toEqual({
    merchant_category_code: "5411",
    country: "SE",
    currency: "SEK",
    payment_program_id: "krn:p",
  });
});

test("a category that Klarna doesn't list is nothing to ask by alone, since it is left aside", () => {
  expect(asked({ date: "", category: "5412" })).toBeUndefined();
  expect(asked({ date: "", category: "5412", country: "SE" })).toEqual({ merchant_category_code: "5412", country: "SE" });
  expect(asked({ date: "", category: "5411" })).toEqual({ merchant_category_code: "5411" });
});

test("an order is read as it was typed, and each fault is told at its field", () => {
  const order = (next: Partial<Question>) => typedOrder({ ...start, ...next }, "SEK");
  expect(order({ amount: "1 000,50", captures: "2", country: "SE" })).toEqual({ amount: 100_050n, captures: 2, taxRate: 2500n, faults: {} });
  expect(order({ tax: "6", country: "SE" }).taxRate).toBe(600n);
  expect(order({}).taxRate).toBeUndefined();
  expect(order({ amount: "-5" }).faults.amount).toMatch(/above zero/);
  for (const captures of ["0", "1001", "1.5", "", "-1", "two"]) expect(order({ captures }).faults.captures, captures).toMatch(/from 1 to 1,000/);
  expect(order({ amount: "0.02", captures: "3" }).faults.captures).toMatch(/more captures than/);
  expect(order({ tax: "a quarter" }).faults.tax).toMatch(/percentage/);
});

// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { FindResult } from "@/components/bank-statement/find-result";
import type { Payable } from "@/lib/desk/bank-statement/match";

afterEach(cleanup);

const waiting: readonly Payable[] = [
  { kind: "payout", id: "A1", amount: "100", currency: "SEK", date: "2026-11-05T00:00:00Z", payout: "paid" },
  { kind: "settlement", id: "B2", amount: "100", currency: "SEK", date: "2026-11-06T00:00:00Z", payout: "on-its-way" },
  { kind: "settlement", id: "C3", amount: "100", currency: "SEK", date: "2026-11-07T00:00:00Z", payout: "none" },
];
const draw = (more: boolean, given = waiting) =>
  render(<FindResult environment="test" search={{ matches: [], others: 0, waiting: given, more, unclear: [], columns: [] }} />);

test("what isn't on a statement is said to be paid out only where Klarna says so", () => {
  draw(false);
  const cells = screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.querySelectorAll("td")[0]?.textContent);
  expect(cells.map((text) => text?.replace(/^Paid out/, ""))).toEqual([
    "2026-11-05",
    "On its way; settled up to 2026-11-06",
    "Klarna names no payout; settled up to 2026-11-07",
  ]);
  expect(screen.queryByText(/There are more than are shown/)).toBeNull();
});

test("that there are more of them than are shown is said", () => {
  draw(true);
  expect(screen.getByText(/There are more than are shown/)).toBeTruthy();
  cleanup();
  draw(true, []);
  expect(screen.getByText(/There are more than are shown/)).toBeTruthy();
  cleanup();
  draw(false, []);
  expect(screen.queryByRole("heading", { name: "Not on this statement" })).toBeNull();
});

test("an invoice for fees is said to be one, since it goes to Klarna", () => {
  const invoice: Payable = { kind: "payout", id: "A1", amount: "-4041", currency: "SEK", date: null, payout: "invoice" };
  const line = { line: 1, text: "Klarna A1", amount: "-40.41" };
  const search = { matches: [{ line, verdict: "matched" as const, payable: invoice }], others: 0, waiting: [], more: false, unclear: [], columns: [] };
  render(<FindResult environment="test" search={search} />);
  expect(screen.getByText("Invoice for fees: paid to Klarna")).toBeTruthy();
});

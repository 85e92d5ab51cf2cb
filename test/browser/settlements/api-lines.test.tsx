// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { ApiLines } from "@/components/settlements/api-lines";

import { type Answer, Doors, renderFresh } from "../merchants/desk";
import { madeSettlement, within } from "./made-settlement";

beforeEach(() => vi.stubGlobal("scrollTo", () => undefined));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const door = "/api/klarna/test/settlements.transactions";
const first = `${door}?settlement_id=S-1&size=50`;
const line = (reference: string, given: object = {}) => ({
  ...{ type: "SALE", detailed_type: "CAPTURE", created_at: "2026-10-07T12:55:25Z", amount: 123456, currency: "EUR", account_id: "krn:account:1" },
  payment_transaction_reference: reference,
  ...given,
});
const page = (transactions: readonly object[], first_item: string | null, last_item: string | null): Answer => ({
  json: { transactions, pagination: { count: transactions.length, total: 101, first_item, last_item } },
});
const three: Record<string, Answer> = {
  [first]: page([line("order-1"), line("order-1")], null, "after-1"),
  [`${first}&starting_after=after-1`]: page([line("order-51")], "before-51", "after-51"),
  [`${first}&starting_after=after-51`]: page([line("order-101", { amount: -250, tax_amount: -48, type: "NEW_KIND", detailed_type: "" })], "before-101", null),
  [`${first}&ending_before=before-101`]: page([line("order-51")], "before-51", "after-51"),
  [`${first}&ending_before=before-51`]: page([line("order-1"), line("order-1")], null, "after-1"),
};
const open = (answers: Record<string, Answer>) => {
  const doors = new Doors(answers);
  renderFresh(within(madeSettlement(undefined), <ApiLines />));
  return doors;
};
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const isOff = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name }).disabled;

test("Klarna's pages are turned by the cursors of the one before, to the last and back to the first", async () => {
  const doors = open(three);
  expect(await screen.findAllByText("order-1")).toHaveLength(2);
  expect(screen.getByText(/since the report isn't loaded: 101 in all/)).toBeTruthy();
  expect([isOff("Page before"), isOff("Next page")]).toEqual([true, false]);
  press("Next page");
  expect(await screen.findByText("order-51")).toBeTruthy();
  expect([isOff("Page before"), isOff("Next page")]).toEqual([false, false]);
  press("Next page");
  expect(await screen.findByText("order-101")).toBeTruthy();
  expect(screen.getByRole("row", { name: /New kind/ }).textContent).toMatch(/-2\.50.*-0\.48/);
  expect([isOff("Page before"), isOff("Next page")]).toEqual([false, true]);
  press("Page before");
  expect(await screen.findByText("order-51")).toBeTruthy();
  press("Page before");
  expect(await screen.findAllByText("order-1")).toHaveLength(2);
  expect(isOff("Page before")).toBe(true);
  expect(doors.asked.map((path) => path.slice(first.length))).toEqual([
    "",
    "&starting_after=after-1",
    "&starting_after=after-51",
    "&ending_before=before-101",
    "&ending_before=before-51",
  ]);
});

test("what a transaction doesn't say is a dash, and none at all is said", async () => {
  open({ [first]: { json: { transactions: [{ type: null, amount: null, created_at: "yesterday" }], pagination: null } } });
  const row = (await screen.findAllByRole("row"))[1];
  expect([...(row?.querySelectorAll("td > span:last-child") ?? [])].map(({ textContent }) => textContent)).toEqual(["–", "–", "–", "–", "–"]);
  expect([isOff("Page before"), isOff("Next page")]).toEqual([true, true]);
  cleanup();
  open({ [first]: page([], null, null) });
  expect(await screen.findByText("Klarna lists no transaction")).toBeTruthy();
});

test("a page that can't be read is a sentence, from which one can try again or go to the first page", async () => {
  const doors = open({ ...three, [`${first}&starting_after=after-1`]: { problem: 504, code: "TIMED_OUT", message: "Klarna didn't answer in time." } });
  await screen.findAllByText("order-1");
  press("Next page");
  expect(await screen.findByText("Klarna's list of transactions can't be read")).toBeTruthy();
  doors.set(`${first}&starting_after=after-1`, page([line("order-51")], "before-51", "after-51"));
  press("Try again");
  expect(await screen.findByText("order-51")).toBeTruthy();
  doors.set(`${first}&starting_after=after-51`, "away");
  press("Next page");
  await screen.findByText("Klarna's list of transactions can't be read");
  press("First page");
  await waitFor(() => expect(screen.getAllByText("order-1")).toHaveLength(2));
});

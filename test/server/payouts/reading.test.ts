import { afterEach, beforeAll, expect, test } from "vitest";
import { query } from "@/lib/server/db/client";
import { findByText, findPayout } from "@/lib/server/payouts/find";
import { inTransit, linesOfOrder, listLines } from "@/lib/server/payouts/lines";
import { listPayouts, totalPayouts } from "@/lib/server/payouts/list";
import { orderSums } from "@/lib/server/payouts/order";
import { listSyncs } from "@/lib/server/payouts/sync/standing";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { klarnasLines, signed, vat } from "./klarnas";
import { book, connect, type PaidOut, readFirst, workUntilOver } from "./stage";

let emulator: TestEmulator;
let klarnas: readonly PaidOut[];
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});
beforeAll(async () => {
  klarnas = await book(emulator, { payouts: 60, lines: 14 });
  await emulator.order("/payouts", { region: "eu", environment: "test", pending: 8 });
  await readFirst();
});
afterEach(() => emulator.heal());

test("the list is read page by page, each payout once, the latest first, and its sums are those of Klarna's own payouts", async () => {
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listPayouts("test", {}, after);
    seen.push(...page.payouts.map(({ payment_reference }) => payment_reference));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toEqual(klarnas.map(({ payment_reference }) => payment_reference));
  await expect(listPayouts("test", {}, "nonsense")).rejects.toMatchObject({ problem: { status: 400 } });
  for (const currency of ["EUR", "SEK"]) {
    const own = klarnas.filter((one) => (one as unknown as { currency_code: string }).currency_code === currency);
    const [total] = await totalPayouts("test", { currency });
    expect(total).toEqual({
      currency,
      invoices: false,
      payouts: own.length,
      unreadable: 0,
      amount: String(own.reduce((sum, { totals }) => sum + (totals.settlement_amount ?? 0), 0)),
    });
  }
  const days = { from: klarnas[20]?.payout_date.slice(0, 10), to: klarnas[10]?.payout_date.slice(0, 10) };
  expect((await listPayouts("test", days)).payouts).toHaveLength(11);
  for (const nothing of [{ merchant: "K000000" }, { type: "GROSS" }, { proof: "odd" as const }, { currency: "USD" }])
    expect((await listPayouts("test", nothing)).payouts).toEqual([]);
  expect((await listPayouts("live", {})).payouts).toEqual([]);
});

test("a payout knows the debt of the one before it, and its lines come in pages, all of them once", async () => {
  const indebted = klarnas.findIndex(({ totals }) => (totals.opening_debt_balance_amount ?? 0) > 0);
  const payout = await findPayout("test", klarnas[indebted]?.payment_reference ?? "");
  expect(payout?.before?.closing_debt).toBe(String(klarnas[indebted]?.totals.opening_debt_balance_amount));
  const [big] = await book(emulator, { payouts: 1, lines: 250 }, "oc");
  await emulator.order("/payouts", { region: "oc", environment: "test" });
  await connect("oc");
  const [open] = await listSyncs("test");
  await workUntilOver(open?.id ?? "");
  const keys: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listLines({ environment: "test", reference: big?.payment_reference ?? "" }, after);
    keys.push(...page.lines.map(({ key }) => key));
    if (page.next === null) break;
    after = page.next;
  }
  expect([keys.length, new Set(keys).size]).toEqual([250, 250]);
  const { lines: fees } = await listLines({ environment: "test", reference: big?.payment_reference ?? "", type: "FEE" });
  expect(fees.every(({ type }) => type === "FEE")).toBe(true);
  await query("DELETE FROM payouts WHERE payment_reference = $1", [big?.payment_reference]);
});

test("an order is followed across its lines, found by its id, its number or a capture, and comes to what Klarna's lines come to", async () => {
  const lines = await klarnasLines(emulator);
  const returned = lines.find(({ type }) => type === "RETURN");
  const own = lines.filter(({ order_id }) => order_id === returned?.order_id);
  const found = await linesOfOrder("test", returned?.order_id ?? "");
  expect(found).toHaveLength(own.length);
  const [sum] = orderSums(found);
  expect(sum?.total).toBe(BigInt(own.reduce((total, line) => total + signed(line) + vat(line), 0)));
  const { merchant_reference1 } = own[0] as unknown as { merchant_reference1: string };
  const { capture_id } = own.find(({ type }) => type === "SALE") as unknown as { capture_id: string };
  for (const text of [returned?.order_id ?? "", merchant_reference1, capture_id])
    expect(await findByText("test", text), text).toEqual({ order: returned?.order_id });
  const reference = klarnas[0]?.payment_reference ?? "";
  expect(reference).toMatch(/^[A-Z0-9]*[A-Z][A-Z0-9]*$/);
  for (const text of [reference, reference.toLowerCase()]) expect(await findByText("test", text), text).toEqual({ payout: reference });
  for (const text of ["", "nobody's", "%"]) expect(await findByText("test", text)).toBeUndefined();
  expect(await linesOfOrder("live", returned?.order_id ?? "")).toEqual([]);
});

test("what was in transit at a moment is all that was captured by then and paid out later, or not yet, to the last digit", async () => {
  const lines = await klarnasLines(emulator);
  const paid = new Map(klarnas.map(({ payment_reference, payout_date }) => [payment_reference, payout_date]));
  for (const cutOff of [
    klarnas[30]?.payout_date ?? "",
    new Date(Date.parse(klarnas[0]?.payout_date ?? "") - 30 * 3_600_000).toISOString(),
    new Date().toISOString(),
  ]) {
    const on = lines.filter(
      ({ capture_date, payment_reference }) => capture_date <= cutOff && (payment_reference === undefined || (paid.get(payment_reference) ?? "") > cutOff),
    );
    const rows = await inTransit("test", cutOff);
    const sum = rows.reduce(
      (total, { sales, refunds, fees, tax, other }) => total + [sales, refunds, fees, tax, other].reduce((so, one) => so + Number(one), 0),
      0,
    );
    expect(
      rows.reduce((count, row) => count + row.lines, 0),
      cutOff,
    ).toBe(on.length);
    expect(sum, cutOff).toBe(on.reduce((total, line) => total + signed(line) + vat(line), 0));
  }
  expect((await inTransit("test", new Date().toISOString())).every(({ payment_reference }) => payment_reference === null)).toBe(true);
});

import { afterEach, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { inTransit, linesOfOrder } from "@/lib/server/payouts/lines";
import { orderSums } from "@/lib/server/payouts/order";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { plansOf } from "../harness/plans";
import { type KlarnasLine, klarnasLines, signed, vat } from "./klarnas";
import { book, connect, forgetPayouts, paidOut, readFirst, sync, work, workUntilOver } from "./stage";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});
// The seventeenth payout has lines of orders and lines of none; nine of them are captured when sixteen are paid out.
beforeEach(async () => {
  await book(emulator, { payouts: 16, lines: 14, every: 6 });
  await emulator.order("/payouts", { region: "eu", environment: "test", pending: 9 });
});
afterEach(forgetPayouts);

const place = { region: "eu", environment: "test" } as const;
const worth = (lines: readonly KlarnasLine[]) => lines.reduce((sum, line) => sum + signed(line) + vat(line), 0);
const unpaid = async () => (await klarnasLines(emulator)).filter(({ payment_reference }) => payment_reference === undefined);

/** How many lines the desk says were in transit at a moment, and what they come to. */
async function transit(cutOff: string) {
  const rows = await inTransit("test", cutOff);
  const sum = (row: (typeof rows)[number]) => [row.sales, row.refunds, row.fees, row.tax, row.other].reduce((so, one) => so + Number(one), 0);
  return { lines: rows.reduce((count, row) => count + row.lines, 0), worth: rows.reduce((so, row) => so + sum(row), 0) };
}

/** What the desk says that an order came to, and in how many lines. */
async function keeps(orderId: string) {
  const lines = await linesOfOrder("test", orderId);
  return { lines: lines.length, total: Number(orderSums(lines)[0]?.total ?? 0n) };
}

test("what a payout brings within the hour is in transit no longer, and an order has each of its lines once", async () => {
  const id = await readFirst();
  const waiting = await unpaid();
  const now = new Date().toISOString();
  expect(waiting.some(({ order_id }) => order_id === null)).toBe(true);
  expect(await transit(now)).toEqual({ lines: 9, worth: worth(waiting) });
  await emulator.order("/payouts", { ...place, more: 1, pending: 0 });
  expect(await sync(id)).toMatchObject({ added: 1, lines: 14 });
  expect(await transit(now)).toEqual({ lines: 0, worth: 0 });
  const [latest] = await paidOut(emulator);
  const brought = (await klarnasLines(emulator)).filter(({ payment_reference }) => payment_reference === latest?.payment_reference);
  const before = new Date(Date.parse(latest?.payout_date ?? "") - 1_000).toISOString();
  expect(await transit(before)).toEqual({ lines: 14, worth: worth(brought) });
  const order = waiting.find(({ order_id }) => order_id !== null)?.order_id ?? "";
  const own = brought.filter(({ order_id }) => order_id === order);
  expect(await keeps(order)).toEqual({ lines: own.length, total: worth(own) });
});

test("what two connections of one merchant have both found counts once, whichever of them brings the payout", async () => {
  const first = await readFirst();
  const second = await connect();
  const [open] = await query<{ id: string }>("SELECT id FROM payout_syncs WHERE connection_id = $1", [second]);
  await workUntilOver(open?.id ?? "");
  expect(await query("SELECT connection_id FROM pending_lines")).toHaveLength(18);
  const waiting = await unpaid();
  const now = new Date().toISOString();
  expect(await transit(now)).toEqual({ lines: 9, worth: worth(waiting) });
  const order = waiting.find(({ order_id }) => order_id !== null)?.order_id ?? "";
  const own = waiting.filter(({ order_id }) => order_id === order);
  expect(await keeps(order)).toEqual({ lines: own.length, total: worth(own) });
  await emulator.order("/payouts", { ...place, more: 1, pending: 0 });
  await sync(first);
  expect(await transit(now)).toEqual({ lines: 0, worth: 0 });
  // Even where Klarna names no merchant in its lines: whose the connection is, its payouts have told.
  await query("DELETE FROM payouts WHERE payment_reference = $1", [(await paidOut(emulator))[0]?.payment_reference]);
  await query("UPDATE pending_lines SET content = content - 'merchant_id'");
  expect(await transit(now)).toEqual({ lines: 9, worth: worth(waiting) });
  expect((await inTransit("test", now)).map(({ merchant_id }) => merchant_id)).toEqual(["K990017"]);
});

test("lines of no order that say the same are of two merchants all the same", async () => {
  const id = await readFirst();
  const other = await connect("oc");
  await work();
  const orderless = (await unpaid()).filter(({ order_id }) => order_id === null);
  await query(
    `INSERT INTO pending_lines (connection_id, key, place, type, detailed_type, amount, tax, currency, captured_at, content)
     SELECT $1, key, place, type, detailed_type, amount, tax, currency, captured_at, content || '{"merchant_id":"A200145"}' FROM pending_lines WHERE order_id IS NULL`,
    [other],
  );
  expect(await transit(new Date().toISOString())).toEqual({ lines: 9 + orderless.length, worth: worth(await unpaid()) + worth(orderless) });
  await emulator.order("/payouts", { ...place, more: 1, pending: 0 });
  await sync(id);
  expect(await transit(new Date().toISOString())).toEqual({ lines: orderless.length, worth: worth(orderless) });
});

test("of twins that nothing tells apart, as many are in transit as no payout has brought", async () => {
  const id = await readFirst();
  // As if Klarna had captured each of these lines twice, and the next payout brought one of each.
  await query(
    `INSERT INTO pending_lines SELECT connection_id, decode(md5(encode(key, 'hex')), 'hex'), type, detailed_type, amount, tax, currency, captured_at, order_id,
       merchant_reference, capture_id, refund_id, content, place + 1 FROM pending_lines`,
  );
  const waiting = worth(await unpaid());
  const now = new Date().toISOString();
  expect(await transit(now)).toEqual({ lines: 18, worth: 2 * waiting });
  await emulator.order("/payouts", { ...place, more: 1, pending: 0 });
  await sync(id);
  expect(await transit(now)).toEqual({ lines: 9, worth: waiting });
});

test("a payout that Klarna has no longer has brought nothing: its lines count in no order, and where they wait again they are in transit", async () => {
  const id = await readFirst();
  const waiting = await unpaid();
  const order = waiting.find(({ order_id }) => order_id !== null)?.order_id ?? "";
  await emulator.order("/payouts", { ...place, more: 1, pending: 0 });
  await sync(id);
  expect((await keeps(order)).lines).toBeGreaterThan(0);
  const reference = (await paidOut(emulator))[0]?.payment_reference ?? "";
  const now = new Date().toISOString();
  expect(await transit(now)).toEqual({ lines: 0, worth: 0 });
  // Gone since the last look at all lines: what that look found waits again.
  await query("UPDATE payouts SET gone_at = now() WHERE payment_reference = $1", [reference]);
  expect(await transit(now)).toEqual({ lines: 9, worth: worth(waiting) });
  const own = waiting.filter(({ order_id }) => order_id === order);
  expect(await keeps(order)).toEqual({ lines: own.length, total: worth(own) });
  await emulator.order("/payouts", { ...place, changes: { [reference]: { gone: true } } });
  await sync(id, "deep");
  expect(await transit(now)).toEqual({ lines: 0, worth: 0 });
  expect(await keeps(order)).toEqual({ lines: 0, total: 0 });
});

test("whether a line waits still is looked up, by its order, or by when it was captured where it has none", async () => {
  await readFirst();
  const plans = [await plansOf(() => linesOfOrder("test", "an-order")), await plansOf(() => inTransit("test", new Date().toISOString()))];
  expect(plans[0]).toContain("pending_lines_of_order");
  for (const plan of plans) {
    for (const index of ["payout_lines_of_order", "payout_lines_of_no_order"]) expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (payout|pending)_lines/);
  }
});

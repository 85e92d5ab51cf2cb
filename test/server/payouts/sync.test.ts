import { afterEach, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { book, everything, forgetPayouts, paidOut, readFirst, sync } from "./stage";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});
beforeEach(async () => {
  await book(emulator, { payouts: 30, lines: 12 });
});
afterEach(async () => {
  await emulator.heal();
  await forgetPayouts();
});

const callsOf = async () => {
  const all = await Promise.all(["payouts.list", "payoutTransactions.list", "payouts.summary", "payouts.get"].map((name) => emulator.count(name)));
  return all.reduce((sum, { received }) => sum + received, 0);
};

test("everything is read once and adds up: each payout by its reference, each line by a key of its own", async () => {
  await readFirst();
  const klarnas = await paidOut(emulator);
  const { payouts, lines, sums } = await everything();
  expect(payouts.map(({ payment_reference }) => payment_reference)).toEqual(klarnas.map(({ payment_reference }) => payment_reference).sort());
  expect(lines).toHaveLength(30 * 12);
  for (const { payment_reference, amount, proof } of payouts) {
    expect(proof, payment_reference).toMatchObject({ equation: "closes", lines: "agree", gap: "0" });
    expect(amount).toBe(String(klarnas.find((one) => one.payment_reference === payment_reference)?.totals.settlement_amount));
  }
  // What the sums say is what the lines come to, added up by the database.
  const added = await query(
    "SELECT p.payment_reference, coalesce(type, '') AS type, coalesce(detailed_type, '') AS detailed_type, count(*)::int AS lines, sum(l.amount)::bigint AS amount, coalesce(sum(tax), 0)::bigint AS tax FROM payout_lines l JOIN payouts p ON p.id = l.payout_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
  );
  expect(sums).toEqual(added);
});

test("a second reading adds nothing and touches nothing, whether of what is new or of everything", async () => {
  const id = await readFirst();
  const before = await everything();
  const changed = () => query("SELECT payment_reference, changed_at FROM payouts ORDER BY 1");
  const [lines, times] = [await query("SELECT max(xmin::text::bigint) AS last FROM payout_lines"), await changed()];
  for (const kind of ["incremental", "full"] as const) {
    expect(await sync(id, kind), kind).toMatchObject({ state: "done", added: 0, changed: 0, faults: [] });
    expect(await everything(), kind).toEqual(before);
    expect(await query("SELECT max(xmin::text::bigint) AS last FROM payout_lines"), kind).toEqual(lines);
    expect(await changed(), kind).toEqual(times);
  }
});

test("a reading of what is new makes one call when there is nothing, and reads the lines of what there is", async () => {
  const id = await readFirst();
  const calls = await callsOf();
  expect(await sync(id)).toMatchObject({ calls: 1, added: 0, lines: 0 });
  expect((await callsOf()) - calls).toBe(1);
  // And the measure can fail: were lines read whether or not something is new, it would be a call for each payout.
  await query("UPDATE payouts SET lines_due = true");
  expect((await sync(id)).calls).toBeGreaterThan(3);
  const [latest] = await paidOut(emulator);
  await query("DELETE FROM payouts WHERE payment_reference = $1", [latest?.payment_reference]);
  expect(await sync(id)).toMatchObject({ calls: 2, added: 1, lines: 12 });
});

test("a late change of a payout is seen within a week, and later by the weekly reading of everything; what is gone stays and says so", async () => {
  const id = await readFirst();
  const [latest, , old] = (await paidOut(emulator)).filter((_, index) => index === 0 || index === 1 || index === 20);
  if (!latest || !old) throw new Error("There are too few payouts.");
  await emulator.order("/payouts", {
    region: "eu",
    environment: "test",
    changes: { [latest.payment_reference]: { credit: 1_234 }, [old.payment_reference]: { credit: 99 } },
  });
  expect(await sync(id)).toMatchObject({ changed: 1, lines: 13 });
  expect(await sync(id, "deep")).toMatchObject({ changed: 1, faults: [] });
  const { payouts, lines } = await everything();
  expect(payouts.every(({ proof }) => (proof as { lines: string }).lines === "agree")).toBe(true);
  expect(lines).toHaveLength(30 * 12 + 2);
  await emulator.order("/payouts", { region: "eu", environment: "test", changes: { [old.payment_reference]: { gone: true } } });
  expect(await sync(id, "deep")).toMatchObject({ faults: [{ code: "payout-gone", about: old.payment_reference }] });
  expect(await query("SELECT payment_reference FROM payouts WHERE gone_at IS NOT NULL")).toEqual([{ payment_reference: old.payment_reference }]);
  expect(await sync(id, "deep")).toMatchObject({ faults: [] });
});

test("what Klarna refuses for the moment, answers with a fault of its own or cuts off is asked for again, and nothing is lost", async () => {
  for (const [kind, times] of [
    ["503", 3],
    ["429", 1],
    ["half", 1],
    ["cut-before", 1],
  ] as const)
    await emulator.fault("payoutTransactions.list", kind, times);
  await emulator.fault("payouts.list", "500", 2);
  await readFirst();
  const { payouts, lines } = await everything();
  expect(payouts.every(({ proof }) => (proof as { lines: string }).lines === "agree")).toBe(true);
  expect([payouts.length, lines.length]).toEqual([30, 30 * 12]);
  const [first] = await query<{ calls: number; faults: readonly unknown[] }>("SELECT calls, faults FROM payout_syncs");
  expect(first?.faults).toEqual([]);
  // What was asked for again is counted: each payout's lines once, and the eight tries that came to nothing.
  expect(first?.calls).toBeGreaterThanOrEqual(30 + 8);
});

import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { askUnpaid } from "@/lib/server/settlements/ask-again";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

const run = () => askUnpaid.run({}, { signal: new AbortController().signal, holds: () => true, fence: 0, by: undefined });

test("a settlement that should have been paid out is asked about again once a day, until Klarna names a payout", async () => {
  await emulator.order("/settlements", { settlement_id: "U-1", rows: 50, announce: false });
  for (const [id, seen] of [
    ["U-1", "25 hours"],
    ["UNKNOWN-TO-KLARNA", "25 hours"],
    ["TODAY", "2 hours"],
  ] as const)
    await query(
      `INSERT INTO settlements (environment, settlement_id, source, created_at, currency, amount, seen_at)
       VALUES ('test', $1, 'announced', now() - interval '6 days', 'EUR', 500, now() - $2::interval)`,
      [id, seen],
    );
  await run();
  expect((await emulator.count("settlements.get")).received).toBe(2);
  expect((await emulator.count("settlements.csv")).received).toBe(0);
  expect(await query("SELECT settlement_id, payout_id IS NOT NULL AS paid FROM settlements ORDER BY 1")).toEqual([
    { settlement_id: "TODAY", paid: false },
    { settlement_id: "U-1", paid: true },
    { settlement_id: "UNKNOWN-TO-KLARNA", paid: false },
  ]);
  await run();
  expect((await emulator.count("settlements.get")).received).toBe(2);
});

test("while Klarna is away it is tried again", async () => {
  await query("UPDATE settlements SET seen_at = now() - interval '2 days' WHERE settlement_id = 'TODAY'");
  await emulator.fault("settlements.get", "503", 50);
  await expect(run()).rejects.toThrow();
  expect(await query("SELECT 1 FROM settlements WHERE settlement_id = 'TODAY' AND seen_at < now() - interval '1 day'")).toHaveLength(1);
  await emulator.heal();
});

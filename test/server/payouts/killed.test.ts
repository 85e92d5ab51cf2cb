import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { findSync } from "@/lib/server/payouts/sync/standing";
import { startSync } from "@/lib/server/payouts/sync/start";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { book, connect, everything, forgetPayouts, readFirst, workUntilOver } from "./stage";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

const project = path.resolve(import.meta.dirname, "../../..");
const count = { payouts: 120, lines: 6 };
let child: ChildProcess | undefined;
beforeEach(async () => {
  await book(emulator, count);
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await emulator.heal();
  await forgetPayouts();
});

const linesRead = async () => (await query<{ id: string }>("SELECT payment_reference AS id FROM payouts WHERE NOT lines_due")).map(({ id }) => id);
const dead = (worker: ChildProcess) => new Promise((resolve) => worker.once("exit", resolve));
const leaseRunsOut = () => query("UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = 'payouts' AND state = 'active'");

/** A worker in a process of its own, in the middle of reading lines: Klarna takes a moment for each. */
async function workerInTheMiddle(): Promise<ChildProcess> {
  await emulator.order("/faults", { operation: "payoutTransactions.list", kind: "slow", ms: 150 });
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/worker.ts"];
  child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, DESK_WORKER: "on", DESK_TIME_SCALE: "1" }, stdio: "ignore" });
  await expect.poll(async () => (await linesRead()).length, { timeout: 40_000 }).toBeGreaterThan(20);
  return child;
}

test("an incremental sync survives being killed: nothing is lost or doubled, and what had been read isn't read again", async () => {
  const id = await readFirst();
  const whole = await everything();
  // As if all of it were new since the last time.
  await query("DELETE FROM payouts");
  await query("UPDATE payout_connections SET listed_until = '2024-01-10'");
  const calls = (await emulator.count("payoutTransactions.list")).received;
  const { id: sync } = await startSync(id, "incremental", undefined);
  const worker = await workerInTheMiddle();
  worker.kill("SIGKILL");
  await dead(worker);
  const before = await linesRead();
  expect(before.length).toBeLessThan(count.payouts);
  await emulator.heal();
  await leaseRunsOut();
  await workUntilOver(sync);
  expect(await findSync(sync)).toMatchObject({ state: "done", kind: "incremental", left: 0 });
  expect(await everything()).toEqual(whole);
  const again = (await emulator.count("payoutTransactions.list")).received - calls - count.payouts;
  // Only what was on its way at that moment is asked for a second time.
  expect(again).toBeGreaterThanOrEqual(0);
  expect(again).toBeLessThanOrEqual(16);
}, 120_000);

test("a worker that was frozen past its lease wakes up and changes nothing: the next has done it", async () => {
  await connect();
  const [open] = await query<{ id: string }>("SELECT id FROM payout_syncs");
  const worker = await workerInTheMiddle();
  worker.kill("SIGSTOP");
  await emulator.heal();
  await leaseRunsOut();
  await workUntilOver(open?.id ?? "");
  const whole = await everything();
  const standing = await findSync(open?.id ?? "");
  expect(standing).toMatchObject({ state: "done", left: 0 });
  worker.kill("SIGCONT");
  worker.kill("SIGTERM");
  await dead(worker);
  expect(await everything()).toEqual(whole);
  expect(await findSync(open?.id ?? "")).toEqual(standing);
}, 120_000);

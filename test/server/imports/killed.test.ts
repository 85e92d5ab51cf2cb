import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { findImport } from "@/lib/server/imports/standing";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { accountId, asked, knowsAll, leaseRunsOut, startList, work } from "./stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const project = path.resolve(import.meta.dirname, "../../..");
const atOnce = 16;
let from = 0;
let child: ChildProcess | undefined;
/** Klarna answers so many, and no more until the worker is dead: a busy machine may notice late that it is in the middle. */
let answers = 100;
beforeEach(() => {
  from += 1_000;
  klarna.received.length = 0;
  knowsAll(klarna, { milliseconds: 40 });
  answers = 100;
  const { script } = klarna;
  klarna.script = (request, response) => (klarna.received.length <= answers ? script(request, response) : undefined);
});
afterEach(() => {
  child?.kill("SIGKILL");
});

/** A worker in a process of its own, in the middle of an import. */
async function workerInTheMiddle(): Promise<ChildProcess> {
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/worker.ts"];
  child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, DESK_WORKER: "on" }, stdio: "ignore" });
  await expect.poll(() => klarna.received.length, { timeout: 60_000 }).toBeGreaterThan(60);
  return child;
}

const dead = (worker: ChildProcess) => new Promise((resolve) => worker.once("exit", resolve));
const readSoFar = () => query<{ account_id: string }>("SELECT account_id FROM import_rows WHERE state = 'read'");

test("a worker that is killed in the middle of an import loses nothing, and what it had read isn't read again", async () => {
  const id = await startList(from, 300);
  const worker = await workerInTheMiddle();
  worker.kill("SIGKILL");
  await dead(worker);
  answers = Number.POSITIVE_INFINITY;
  const before = new Set((await readSoFar()).map(({ account_id }) => account_id));
  expect(before.size).toBeGreaterThan(20);
  expect(before.size).toBeLessThan(300);
  await leaseRunsOut(id);
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "done", total: 300, read: 300 });
  const counts = asked(klarna);
  expect(counts.size).toBe(300);
  expect([...before].filter((account) => counts.get(account) !== 1)).toEqual([]);
  // Only what was on its way at that moment is asked for a second time.
  expect(klarna.received.length).toBeLessThanOrEqual(300 + atOnce);
  expect(await query("SELECT account_id FROM merchants WHERE account_id >= $1 AND account_id < $2", [accountId(from), accountId(from + 300)])).toHaveLength(
    300,
  );
});

test("a worker that was frozen past its lease wakes up and does nothing: the next has done it", async () => {
  const id = await startList(from, 300);
  const worker = await workerInTheMiddle();
  worker.kill("SIGSTOP");
  answers = Number.POSITIVE_INFINITY;
  await leaseRunsOut(id);
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "done", read: 300 });
  const rows = await query("SELECT line, state, fence, tries FROM import_rows WHERE import_id = $1 ORDER BY line", [id]);
  const sofar = klarna.received.length;
  const job = await query("SELECT state, retry_count, completed_on FROM pgboss.job WHERE id = $1", [id]);
  worker.kill("SIGCONT");
  worker.kill("SIGTERM");
  await dead(worker);
  expect(await query("SELECT line, state, fence, tries FROM import_rows WHERE import_id = $1 ORDER BY line", [id])).toEqual(rows);
  expect(await query("SELECT state, retry_count, completed_on FROM pgboss.job WHERE id = $1", [id])).toEqual(job);
  // What was on its way when it froze it may ask for again, since it heard no answer, and what it was about to ask.
  expect(klarna.received.length).toBeLessThanOrEqual(sofar + 2 * atOnce);
});

import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";
import { attemptsOf } from "@/lib/server/runs/attempts";
import { findRun } from "@/lib/server/runs/standing";
import { steerRun } from "@/lib/server/runs/steer";
import { tendRuns } from "@/lib/server/runs/tend";
import type { Session } from "@/lib/server/session";

import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { make, obeys, plant, product, sessionOf, updates, work } from "./stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const project = path.resolve(import.meta.dirname, "../../..");
let omar: Session;
beforeAll(async () => {
  omar = sessionOf(await signedIn("operations"));
});
let from = 0;
let child: ChildProcess | undefined;
const keys = new Map<string, Set<unknown>>();
beforeEach(() => {
  from += 1_000;
  klarna.received.length = 0;
  obeys(klarna);
  takesAWhile();
});
afterEach(() => {
  child?.kill("SIGKILL");
});

/** Each answer takes a moment, and what was asked under which key is noted. */
function takesAWhile(): void {
  const { script } = klarna;
  klarna.script = (request, response) => {
    const { status = 200, body = "{}" } = script(request, response) ?? {};
    const account = request.path.split("/")[3] ?? "";
    keys.set(account, (keys.get(account) ?? new Set()).add(request.headers["klarna-idempotency-key"]));
    setTimeout(
      () => response.writeHead(status, { "content-type": "application/json", "x-ratelimit-limit": '1000000, 1000000;w=1;name="psp_x"' }).end(body),
      40,
    );
    return undefined;
  };
}

/** A worker in a process of its own, in the middle of a run. */
async function workerInTheMiddle(): Promise<ChildProcess> {
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/worker.ts"];
  child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, DESK_WORKER: "on" }, stdio: "ignore" });
  await expect.poll(() => updates(klarna).size, { timeout: 40_000 }).toBeGreaterThan(40);
  return child;
}

const dead = (worker: ChildProcess) => new Promise((resolve) => worker.once("exit", resolve));
/** As if so much time had passed that whatever the worker held is anybody's again. */
async function leasesRunOut(): Promise<void> {
  await query("UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = 'run' AND state = 'active'");
  await query("UPDATE run_rows SET lease_until = now() - interval '1 second' WHERE state = 'taken'");
  await query("UPDATE merchant_leases SET until = now() - interval '1 second'");
  await query("UPDATE operations SET lease_until = now() - interval '1 second' WHERE state = 'sent'");
}

/** The desk's own repeats settle what was on its way. */
async function settled(id: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await repeatUnknown();
        await work();
        return findRun("test", id);
      },
      { timeout: 60_000 },
    )
    .toMatchObject({ state: "done", counts: { done: 300 } });
}

test("a worker that is killed in the middle of a run loses no merchant, and does none twice", async () => {
  const ids = await plant(Array.from({ length: 300 }, (_, index) => from + index));
  const id = await make(omar, ids);
  const worker = await workerInTheMiddle();
  worker.kill("SIGKILL");
  await dead(worker);
  const before = await findRun("test", id);
  expect(before.counts.done).toBeGreaterThan(5);
  expect(before.counts.done).toBeLessThan(300);
  await leasesRunOut();
  await settled(id);
  // Whatever was asked for again was asked under the very same key: Klarna does it once.
  expect(ids.map((account) => keys.get(account)?.size)).toEqual(ids.map(() => 1));
}, 120_000);

test("a worker that was frozen past its leases wakes up and changes nothing: others have done it", async () => {
  const ids = await plant(Array.from({ length: 300 }, (_, index) => from + index));
  const id = await make(omar, ids);
  const worker = await workerInTheMiddle();
  worker.kill("SIGSTOP");
  await leasesRunOut();
  await settled(id);
  const rows = await query("SELECT line, state, takes FROM run_rows WHERE run_id = $1 ORDER BY line", [id]);
  worker.kill("SIGCONT");
  worker.kill("SIGTERM");
  await dead(worker);
  expect(await query("SELECT line, state, takes FROM run_rows WHERE run_id = $1 ORDER BY line", [id])).toEqual(rows);
  expect(ids.map((account) => keys.get(account)?.size)).toEqual(ids.map(() => 1));
}, 120_000);

test("what a killed worker had in its hands isn't called being done once nobody goes on with it: it wasn't begun, or is found out", async () => {
  const ids = await plant(Array.from({ length: 300 }, (_, index) => from + index));
  const id = await make(omar, ids);
  const worker = await workerInTheMiddle();
  worker.kill("SIGKILL");
  await dead(worker);
  expect((await findRun("test", id)).counts.taken).toBeGreaterThan(0);
  await steerRun(omar, "test", id, "pause");
  await leasesRunOut();
  await tendRuns();
  expect((await findRun("test", id)).counts.taken).toBe(0);
  await steerRun(omar, "test", id, "cancel");
  const standing = async () => {
    await repeatUnknown();
    await tendRuns();
    const { counts } = await findRun("test", id);
    return { ...counts, asked: updates(klarna).size };
  };
  await expect.poll(standing, { timeout: 60_000 }).toMatchObject({ taken: 0, unclear: 0, failed: 0 });
  const { done, waiting, asked } = await standing();
  expect([done, waiting]).toEqual([asked, 300 - asked]);
}, 120_000);

test("what a killed worker had begun in a part isn't called done while its run is only paused: going on does the rest", async () => {
  const two = [product(from), product(from + 1)];
  const [account = ""] = await plant([from], { products: two });
  const id = await make(omar, [account]);
  const own = attemptsOf({ runId: id, accountId: account, act: "suspend" }, two);
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until)
     VALUES ('test', 'paymentProducts.disable', $3, gen_random_uuid(), $1, $2, '{}', 'confirmed', '', now())`,
    [omar.personId, account, own[0]],
  );
  await query("UPDATE run_rows SET state = 'taken', takes = 1, lease_until = now() - interval '1 second' WHERE run_id = $1", [id]);
  await steerRun(omar, "test", id, "pause");
  await tendRuns();
  await steerRun(omar, "test", id, "resume");
  await work();
  expect(await findRun("test", id)).toMatchObject({ state: "done", counts: { done: 1 } });
  expect(updates(klarna).get(account)).toBe(1);
});

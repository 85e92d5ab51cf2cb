import { afterEach, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import type { Job, Run } from "@/lib/server/jobs/job";
import { cancelJob, resumeJob, sendJob } from "@/lib/server/jobs/queue";
import { Worker } from "@/lib/server/jobs/worker";
import { disablePerson, setRole } from "@/lib/server/people";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

withDesk(noKlarna);

/** A job that notes its runs and does what the test says. */
let told: (run: Run) => Promise<"later" | undefined>;
let runs: Run[];
let count = 0;
let job: Job;
let id: string;
const workers: Worker[] = [];

function newWorker(): Worker {
  const worker = new Worker([job]);
  workers.push(worker);
  return worker;
}

async function work(worker = newWorker()): Promise<void> {
  await worker.look();
  await worker.settled();
}

async function row() {
  const [found] = await query<{ state: string; output: unknown; retry_count: number; later: boolean }>(
    "SELECT state, output, retry_count, start_after > now() + interval '5 seconds' AS later FROM pgboss.job WHERE name = $1 AND id = $2",
    [job.name, id],
  );
  return found;
}

const hurry = () => query("UPDATE pgboss.job SET start_after = now() WHERE name = $1", [job.name]);

beforeEach(() => {
  count += 1;
  id = crypto.randomUUID();
  runs = [];
  told = async () => undefined;
  job = {
    name: `made-up-${count}`,
    title: "Made up",
    retries: 2,
    permission: "merchants:write",
    run: async (_, run) => {
      runs.push(run);
      return told(run);
    },
  };
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

test("a job is run once, however many workers look, and can't be sent again under its name", async () => {
  expect(await sendJob(job, { id, data: {} })).toBe(true);
  expect(await sendJob(job, { id, data: {} })).toBe(false);
  await Promise.all([work(), work(), work()]);
  expect(runs).toHaveLength(1);
  expect(await row()).toMatchObject({ state: "completed" });
  expect(await sendJob(job, { id, data: {} })).toBe(false);
});

test("one that fails is tried again with growing waits, and in the end waits for a person; no error's own words are kept", async () => {
  told = async () => {
    throw new TypeError("Eva Lagerkvist isn't a number");
  };
  await sendJob(job, { id, data: {} });
  for (const state of ["retry", "retry", "failed"]) {
    await work();
    expect(await row()).toMatchObject({ state, output: { code: "TypeError" }, later: true });
    await hurry();
  }
  await work();
  expect(runs).toHaveLength(3);
  told = async () => undefined;
  expect(await resumeJob(job.name, id)).toBe(true);
  await work();
  expect(await row()).toMatchObject({ state: "completed" });
  expect(await resumeJob(job.name, id)).toBe(false);
});

test("a worker that wakes up after its lease ends nothing that is another's", async () => {
  for (const late of ["well", "badly", "unfinished"]) {
    id = crypto.randomUUID();
    runs = [];
    let wake: (how: string) => void = () => undefined;
    told = ({ fence }) =>
      fence > 0
        ? Promise.resolve(undefined)
        : new Promise((resolve, reject) => {
            wake = (how) => (how === "badly" ? reject(new Error("late")) : resolve(how === "well" ? undefined : "later"));
          });
    await sendJob(job, { id, data: {} });
    const frozen = newWorker();
    await frozen.look();
    await query("UPDATE pgboss.job SET state = 'retry' WHERE name = $1 AND id = $2", [job.name, id]);
    let finishes: () => void = () => undefined;
    const next = new Promise<void>((resolve) => {
      finishes = resolve;
    });
    told = async () => next.then(() => undefined);
    const other = newWorker();
    await other.look();
    expect(await row()).toMatchObject({ state: "active", retry_count: 1 });
    wake(late);
    await frozen.settled();
    expect(await row(), late).toMatchObject({ state: "active", retry_count: 1, output: null });
    finishes();
    await other.settled();
    expect(await row(), late).toMatchObject({ state: "completed", retry_count: 1 });
    expect(runs).toHaveLength(2);
  }
});

test("a lease that ran out gives its job to another", async () => {
  await sendJob(job, { id, data: {} });
  told = () => new Promise(() => undefined);
  await newWorker().look();
  workers.length = 0;
  await query("UPDATE pgboss.job SET started_on = now() - interval '2 minutes' WHERE name = $1", [job.name]);
  told = async () => undefined;
  const next = newWorker();
  await expect.poll(async () => work(next).then(row), { timeout: 20_000, interval: 100 }).toMatchObject({ state: "completed", retry_count: 1 });
}, 30_000);

test("a person's permission is asked for again when the job runs; a refusal is recorded and final", async () => {
  for (const change of [(email: string) => setRole(email, "support"), disablePerson]) {
    id = crypto.randomUUID();
    const person = await signedIn("operations");
    await sendJob(job, { id, data: {}, by: { personId: person.id, role: "operations" } });
    await change(person.email);
    const before = await latestAudit();
    await work();
    expect(runs).toEqual([]);
    expect(await row()).toMatchObject({ state: "failed", output: { code: "NOT_ALLOWED" } });
    expect(await auditAfter(before)).toMatchObject([{ kind: "refused", operation: `job ${job.name}` }]);
  }
  const person = await signedIn("operations");
  id = crypto.randomUUID();
  await sendJob(job, { id, data: {}, by: { personId: person.id, role: "operations" } });
  await work();
  expect(runs).toMatchObject([{ by: { personId: person.id, role: "operations" } }]);
});

test("a worker that stops asks what runs to end, waits for it, and leaves the rest to the next", async () => {
  const seen: string[] = [];
  told = ({ signal }) =>
    new Promise((resolve) => {
      signal.addEventListener("abort", () => {
        seen.push("asked");
        setImmediate(() => {
          seen.push("ended");
          resolve("later");
        });
      });
    });
  await sendJob(job, { id, data: {} });
  const worker = newWorker();
  await worker.look();
  await worker.stop();
  expect(seen).toEqual(["asked", "ended"]);
  expect(await row()).toMatchObject({ state: "retry", later: false });
  told = async () => undefined;
  await work();
  expect(await row()).toMatchObject({ state: "completed" });
});

test("a job that is stopped waits until it is gone on with", async () => {
  await sendJob(job, { id, data: {} });
  expect(await cancelJob(job.name, id)).toBe(true);
  await work();
  expect(runs).toEqual([]);
  expect(await resumeJob(job.name, id)).toBe(true);
  await work();
  expect(await row()).toMatchObject({ state: "completed" });
  expect(await cancelJob(job.name, id)).toBe(false);
});

test("what begins by itself waits and runs once at a time, however often its time comes", async () => {
  job = { ...job, name: `made-up-scheduled-${count}`, schedule: "* * * * *" };
  const worker = newWorker();
  await worker.look();
  for (let times = 0; times < 3; times += 1) await sendJob(job, { data: {} });
  await Promise.all([work(worker), work()]);
  expect(runs).toHaveLength(1);
  expect(await query("SELECT cron FROM pgboss.schedule WHERE name = $1", [job.name])).toEqual([{ cron: "* * * * *" }]);
});

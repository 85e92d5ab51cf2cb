import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { cancelJob, resumeJob, sendJob } from "@/lib/server/jobs/queue";
import { Worker } from "@/lib/server/jobs/worker";
import { disablePerson, setRole } from "@/lib/server/people";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { newWorker, row, stage, withMadeUpJob, work } from "./stage";

withDesk(noKlarna);
withMadeUpJob();

const hurry = () => query("UPDATE pgboss.job SET start_after = now() WHERE name = $1", [stage.job.name]);

test("a job is run once, however many workers look, and can't be sent again under its name", async () => {
  expect(await sendJob(stage.job, { id: stage.id, data: {} })).toBe(true);
  expect(await sendJob(stage.job, { id: stage.id, data: {} })).toBe(false);
  await Promise.all([work(), work(), work()]);
  expect(stage.runs).toHaveLength(1);
  expect(await row()).toMatchObject({ state: "completed" });
  expect(await sendJob(stage.job, { id: stage.id, data: {} })).toBe(false);
});

test("one that fails is tried again with growing waits, and in the end waits for a person; no error's own words are kept", async () => {
  stage.told = async () => {
    throw new TypeError("Eva Lagerkvist isn't a number");
  };
  await sendJob(stage.job, { id: stage.id, data: {} });
  for (const state of ["retry", "retry", "failed"]) {
    await work();
    expect(await row()).toMatchObject({ state, output: { code: "TypeError" }, later: true });
    await hurry();
  }
  await work();
  expect(stage.runs).toHaveLength(3);
  stage.told = async () => undefined;
  expect(await resumeJob(stage.job.name, stage.id)).toBe(true);
  await work();
  expect(await row()).toMatchObject({ state: "completed" });
  expect(await resumeJob(stage.job.name, stage.id)).toBe(false);
});

test("a worker that wakes up after its lease ends nothing that is another's", async () => {
  for (const late of ["well", "badly", "unfinished"]) {
    stage.id = crypto.randomUUID();
    stage.runs = [];
    let wake: (how: string) => void = () => undefined;
    stage.told = ({ fence }) =>
      fence > 0
        ? Promise.resolve(undefined)
        : new Promise((resolve, reject) => {
            wake = (how) => (how === "badly" ? reject(new Error("late")) : resolve(how === "well" ? undefined : "later"));
          });
    await sendJob(stage.job, { id: stage.id, data: {} });
    const frozen = newWorker();
    await frozen.look();
    await query("UPDATE pgboss.job SET state = 'retry' WHERE name = $1 AND id = $2", [stage.job.name, stage.id]);
    let finishes: () => void = () => undefined;
    const next = new Promise<void>((resolve) => {
      finishes = resolve;
    });
    stage.told = async () => next.then(() => undefined);
    const other = newWorker();
    await other.look();
    expect(await row()).toMatchObject({ state: "active", retry_count: 1 });
    wake(late);
    await frozen.settled();
    expect(await row(), late).toMatchObject({ state: "active", retry_count: 1, output: null });
    finishes();
    await other.settled();
    expect(await row(), late).toMatchObject({ state: "completed", retry_count: 1 });
    expect(stage.runs).toHaveLength(2);
  }
});

test("a lease that ran out gives its job to another", async () => {
  await sendJob(stage.job, { id: stage.id, data: {} });
  stage.told = () => new Promise(() => undefined);
  // Its process dies: nobody stops it, and it ends nothing.
  await new Worker([stage.job]).look();
  await query("UPDATE pgboss.job SET started_on = now() - interval '2 minutes' WHERE name = $1", [stage.job.name]);
  stage.told = async () => undefined;
  const next = newWorker();
  await expect.poll(async () => work(next).then(row), { timeout: 20_000, interval: 100 }).toMatchObject({ state: "completed", retry_count: 1 });
});

test("a person's permission is asked for again when the job runs; a refusal is recorded and final", async () => {
  for (const change of [(email: string) => setRole(email, "support"), disablePerson]) {
    stage.id = crypto.randomUUID();
    const person = await signedIn("operations");
    await sendJob(stage.job, { id: stage.id, data: {}, by: { personId: person.id, role: "operations" } });
    await change(person.email);
    const before = await latestAudit();
    await work();
    expect(stage.runs).toEqual([]);
    expect(await row()).toMatchObject({ state: "failed", output: { code: "NOT_ALLOWED" } });
    expect(await auditAfter(before)).toMatchObject([{ kind: "refused", operation: `job ${stage.job.name}` }]);
  }
  const person = await signedIn("operations");
  stage.id = crypto.randomUUID();
  await sendJob(stage.job, { id: stage.id, data: {}, by: { personId: person.id, role: "operations" } });
  await work();
  expect(stage.runs).toMatchObject([{ by: { personId: person.id, role: "operations" } }]);
});

test("of what is to be spread one process takes one a second, and leaves the next to another", async () => {
  stage.job = { ...stage.job, atOnce: 8, spread: true };
  let ends: () => void = () => undefined;
  const end = new Promise<void>((resolve) => {
    ends = resolve;
  });
  stage.told = () => end.then(() => undefined);
  for (let times = 0; times < 3; times += 1) await sendJob(stage.job, { data: {} });
  const [one, other] = [newWorker(), newWorker()];
  await one.look();
  await one.look();
  expect(stage.runs).toHaveLength(1);
  await other.look();
  expect(stage.runs).toHaveLength(2);
  await expect.poll(async () => one.look().then(() => stage.runs.length), { timeout: 5_000, interval: 100 }).toBe(3);
  ends();
  await Promise.all([one.settled(), other.settled()]);
});

test("a worker that stops asks what runs to end, waits for it, and leaves the rest to the next", async () => {
  const seen: string[] = [];
  stage.told = ({ signal }) =>
    new Promise((resolve) => {
      signal.addEventListener("abort", () => {
        seen.push("asked");
        setImmediate(() => {
          seen.push("ended");
          resolve("later");
        });
      });
    });
  await sendJob(stage.job, { id: stage.id, data: {} });
  const worker = newWorker();
  await worker.look();
  await worker.stop();
  expect(seen).toEqual(["asked", "ended"]);
  expect(await row()).toMatchObject({ state: "retry", later: false });
  stage.told = async () => undefined;
  await work();
  expect(await row()).toMatchObject({ state: "completed" });
});

test("a job that is stopped waits until it is gone on with", async () => {
  await sendJob(stage.job, { id: stage.id, data: {} });
  expect(await cancelJob(stage.job.name, stage.id)).toBe(true);
  await work();
  expect(stage.runs).toEqual([]);
  expect(await resumeJob(stage.job.name, stage.id)).toBe(true);
  await work();
  expect(await row()).toMatchObject({ state: "completed" });
  expect(await cancelJob(stage.job.name, stage.id)).toBe(false);
});

test("what begins by itself waits and runs once at a time, however often its time comes", async () => {
  stage.job = { ...stage.job, name: `made-up-scheduled-${crypto.randomUUID()}`, schedule: "* * * * *" };
  const worker = newWorker("all");
  await worker.look();
  for (let times = 0; times < 3; times += 1) await sendJob(stage.job, { data: {} });
  await Promise.all([work(worker), work()]);
  expect(stage.runs).toHaveLength(1);
  expect(await scheduleOf(stage.job.name)).toEqual(["* * * * *"]);
});

test("a command that does one job leaves the schedules of the others; a desk ends those of jobs that it no longer has", async () => {
  stage.job = { ...stage.job, name: `made-up-scheduled-${crypto.randomUUID()}`, schedule: "* * * * *" };
  const { name } = stage.job;
  await work(newWorker("all"));
  stage.job = { ...stage.job, name: `made-up-${crypto.randomUUID()}` };
  await work();
  expect(await scheduleOf(name)).toEqual(["* * * * *"]);
  await work(newWorker("all"));
  expect(await scheduleOf(name)).toEqual([]);
});

async function scheduleOf(name: string): Promise<readonly string[]> {
  return (await query<{ cron: string }>("SELECT cron FROM pgboss.schedule WHERE name = $1", [name])).map(({ cron }) => cron);
}

test("a worker that can't get ready leaves nothing running behind, and gets ready once it can", async () => {
  const connections = async () =>
    (await query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'partner-desk-jobs'")).length;
  const worker = new Worker([stage.job], "all");
  const before = await connections();
  await query("ALTER FUNCTION pgboss.create_queue RENAME TO create_queue_gone");
  for (let look = 0; look < 3; look += 1) await expect(worker.look()).rejects.toThrow();
  await query("ALTER FUNCTION pgboss.create_queue_gone RENAME TO create_queue");
  expect(await connections()).toBeLessThanOrEqual(before);
  await worker.look();
  await worker.stop();
});

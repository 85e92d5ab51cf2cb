import "server-only";
import { setMaxListeners } from "node:events";
import type PgBoss from "pg-boss";

import { can } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { appendAudit } from "../audit";
import { isDatabaseDown } from "../door";
import { logFault } from "../log";
import type { Actor } from "../operations/record";
import { openBoss } from "./boss";
import { type Claim, completeJob, dueQueues, failJob, handBack, lease, renewLease, roleOf, takeJob } from "./claims";
import type { Job } from "./job";
import { ensureQueue } from "./queue";

/** Of each kind so many at once in one process, where it doesn't say otherwise: a long one never keeps the others waiting. */
const usuallyAtOnce = 2;

/** For so long, in milliseconds, a process that took one of a kind to be spread leaves the next to others: each looks once a second. */
const turnOfOthers = 1_000;

/** Why a job is over for good: its person may not do it any more. */
const notAllowed = "NOT_ALLOWED";

/**
 * Takes jobs from their queues and runs them; any number of processes may. Who does `all` jobs of the desk also sets when they begin by themselves: one that
 * does a few, as a command does, knows nothing of the others and leaves their schedules alone.
 */
export class Worker {
  private readonly running = new Map<Promise<void>, string>();
  private readonly begunAt = new Map<string, number>();
  private readonly stopping = new AbortController();
  private boss: Promise<PgBoss> | undefined;

  constructor(
    private readonly jobs: readonly Job[],
    private readonly all: "all" | "some" = "some",
  ) {}

  /** Begins what is due and has room. Doesn't wait for it. */
  async look(): Promise<void> {
    const boss = await this.opened();
    for (const name of await dueQueues(this.jobs.map(({ name }) => name))) {
      const job = this.jobs.find((one) => one.name === name);
      while (job && this.hasRoom(job)) {
        const claim = await takeJob(boss, name);
        if (!claim) break;
        this.begin(job, claim);
      }
    }
  }

  /** Takes nothing new, asks what runs to end, and waits until it has. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.settled();
    await (await this.boss?.catch(() => undefined))?.stop({ graceful: false });
  }

  /** Resolves when nothing runs. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.keys());
  }

  private hasRoom({ name, atOnce = usuallyAtOnce, spread }: Job): boolean {
    if (this.stopping.signal.aborted || (spread && performance.now() - (this.begunAt.get(name) ?? Number.NEGATIVE_INFINITY) < turnOfOthers)) return false;
    return [...this.running.values()].filter((one) => one === name).length < atOnce;
  }

  private begin(job: Job, claim: Claim): void {
    this.begunAt.set(job.name, performance.now());
    const run = runClaimed(job, claim, this.stopping.signal).finally(() => this.running.delete(run));
    this.running.set(run, job.name);
  }

  /** With the queues made and the schedules set; tried anew when the database was away. */
  private opened(): Promise<PgBoss> {
    this.boss ??= prepare(this.jobs, this.all === "all").catch((error: unknown) => {
      this.boss = undefined;
      throw error;
    });
    return this.boss;
  }
}

async function prepare(jobs: readonly Job[], all: boolean): Promise<PgBoss> {
  const boss = await openBoss({ keepsTime: true, connections: 2 });
  try {
    for (const job of jobs) await ensureQueue(boss, job);
    if (all) await setSchedules(boss, jobs);
    return boss;
  } catch (error) {
    // It runs already, with connections of its own, and the next look makes another.
    await boss.stop({ graceful: false });
    throw error;
  }
}

/** Each job's schedule, and none of a job that this desk no longer has. */
async function setSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const scheduled = jobs.filter(({ schedule }) => schedule !== undefined);
  for (const { name } of await boss.getSchedules()) if (!scheduled.some((job) => job.name === name)) await boss.unschedule(name);
  for (const { name, schedule = "", retries } of scheduled) await boss.schedule(name, schedule, {}, { tz: "UTC", retryLimit: retries });
}

/** Never throws: how a run ended is written in its queue, or its lease runs out. */
async function runClaimed(job: Job, claim: Claim, stopping: AbortSignal): Promise<void> {
  const hold: Hold = { lost: new AbortController(), since: performance.now() };
  const signal = AbortSignal.any([stopping, hold.lost.signal]);
  // Each of its readers may wait for it.
  setMaxListeners(0, signal);
  const holds = () => !signal.aborted && performance.now() - hold.since < lease.seconds * 1_000;
  const heart = setInterval(() => void beat(job, claim, hold), lease.renewEvery * 1_000);
  try {
    const by = await personOf(job, claim);
    const outcome = await job.run(claim.data, { signal, holds, fence: claim.fence, by });
    await (outcome === "later" ? handBack(claim) : completeJob(claim));
  } catch (error) {
    await endFailed(job, claim, error);
  } finally {
    clearInterval(heart);
  }
}

/** Until when a run may believe that its job is its own. */
interface Hold {
  readonly lost: AbortController;
  since: number;
}

/** A run whose lease is lost, or whose person lost the permission, is asked to end. A database that is away says neither. */
async function beat(job: Job, claim: Claim, hold: Hold): Promise<void> {
  const began = performance.now();
  try {
    if (!(await renewLease(claim))) return hold.lost.abort();
    hold.since = began;
    await personOf(job, claim);
  } catch (error) {
    if (error instanceof ProblemError) hold.lost.abort(error);
    else if (!isDatabaseDown(error)) logFault("job lease not renewed", error, { operation: job.name });
  }
}

/** The person in whose name a job runs, with the role they have now. Throws, and records the refusal, when they may not any more. */
async function personOf({ name, permission }: Job, { personId }: Claim): Promise<Actor | undefined> {
  if (personId === undefined) return undefined;
  const role = await roleOf(personId);
  if (role && (!permission || can(role, permission))) return { personId, role };
  await appendAudit({ kind: "refused", ...(role && { by: { personId, role } }), operation: `job ${name}`, detail: { permission, person: personId } });
  throw new ProblemError({ status: 403, code: notAllowed, message: "The person who asked for this may not do it any more." });
}

async function endFailed(job: Job, claim: Claim, error: unknown): Promise<void> {
  const refused = error instanceof ProblemError;
  // The lease runs out, and somebody else takes it up.
  if (isDatabaseDown(error)) return;
  if (!refused) logFault("job failed", error, { operation: job.name });
  const code = refused ? error.problem.code : error instanceof Error ? error.name : "UNEXPECTED";
  await failJob(claim, { code, final: code === notAllowed }).catch((fault: unknown) => {
    if (!isDatabaseDown(fault)) logFault("job not ended", fault, { operation: job.name });
  });
}

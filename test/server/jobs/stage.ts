import { afterEach, beforeEach, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import type { Job, Outcome, Run } from "@/lib/server/jobs/job";
import { Worker } from "@/lib/server/jobs/worker";

/** A made-up job, new for each test: it notes its runs and does what it is told. */
export const stage = {
  job: undefined as unknown as Job,
  id: "",
  runs: [] as Run[],
  told: async (_: Run): Promise<Outcome | undefined> => undefined,
};

const workers: Worker[] = [];

/** Sets it up, and stops its workers afterwards. */
export function withMadeUpJob(): void {
  beforeEach(() => {
    const run = async (_: unknown, given: Run) => {
      stage.runs.push(given);
      return stage.told(given);
    };
    const job = { name: `made-up-${crypto.randomUUID()}`, title: "Made up", retries: 2, permission: "merchants:write", run } as const;
    Object.assign(stage, { job, id: crypto.randomUUID(), runs: [], told: async () => undefined });
  });
  afterEach(async () => {
    vi.useRealTimers();
    for (const worker of workers.splice(0)) await worker.stop();
  });
}

export function newWorker(all?: "all"): Worker {
  const worker = new Worker([stage.job], all);
  workers.push(worker);
  return worker;
}

/** Takes what is due, and ends when it is done. */
export async function work(worker = newWorker()): Promise<void> {
  await worker.look();
  await worker.settled();
}

/** The job as it stands in its queue. */
export async function row() {
  const [found] = await query<{ state: string; output: unknown; retry_count: number; later: boolean }>(
    "SELECT state, output, retry_count, start_after > now() + interval '5 seconds' AS later FROM pgboss.job WHERE name = $1 AND id = $2",
    [stage.job.name, stage.id],
  );
  return found;
}

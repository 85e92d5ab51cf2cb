import type { Sweep } from "./sweep";

/** One kind of background work. Times are ISO 8601 in UTC. */
export interface JobQueue {
  readonly name: string;
  /** What it does, and when by itself; null where somebody asks for it. */
  readonly title: string;
  readonly schedule: string | null;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** When one was last done. */
  readonly done_at: string | null;
}

export type JobState = "running" | "waiting" | "failed";

/** One job that isn't over. */
export interface OpenJob {
  readonly id: string;
  readonly queue: string;
  readonly title: string;
  readonly state: JobState;
  /** In whose name; null for nobody's. */
  readonly by: string | null;
  readonly created_at: string;
  /** Until when it waits at least, where it is tried again. */
  readonly next_at: string | null;
  readonly tries: number;
  /** Why the last try failed. */
  readonly code: string | null;
}

/** All background work as it stands. */
export interface JobsStanding {
  readonly queues: readonly JobQueue[];
  readonly open: readonly OpenJob[];
  readonly sweeps: readonly Sweep[];
}

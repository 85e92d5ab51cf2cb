import "server-only";
import type { Permission } from "@/lib/klarna/permissions";

import type { Actor } from "../operations/record";

/** One kind of background work, as a row of data. */
export interface Job {
  /** Its queue: `import`, `sweep.test`. */
  readonly name: string;
  /** What it does, for people: "Reads imported accounts". */
  readonly title: string;
  /** When it is begun by itself, as cron in UTC. One that is waiting or running isn't begun a second time. */
  readonly schedule?: string;
  /** The same in words: "every 10 minutes". */
  readonly scheduledInWords?: string;
  /** How often it is tried again after a failure, with growing waits. */
  readonly retries: number;
  /** How many of it one process runs at a time, where that is more than usual. */
  readonly atOnce?: number;
  /** One process takes one of it a second, so that several processes get their part of what comes at once. */
  readonly spread?: true;
  /** What its person must be allowed to do; asked for again when it runs, and while it runs. */
  readonly permission?: Permission;
  /**
   * Does it. May be begun again after it was cut off at any point, so each step is one that can be repeated. Ends early, and in order,
   * when `signal` is aborted; what isn't finished then waits for the next to take it up.
   */
  readonly run: (data: JobData, run: Run) => Promise<Outcome | undefined>;
}

/** What a job is about: ids and nothing else, since it is kept in clear and shown. */
export type JobData = Readonly<Record<string, string>>;

/** `"later"` hands the rest back to the queue, as a stopping process does. */
export type Outcome = "later";

/** One run of a job. */
export interface Run {
  /** Aborted when the process stops, the job is paused, its person lost the permission, or somebody else has taken it over. */
  readonly signal: AbortSignal;
  /** Whether this run is still the one that works: false when asked to end, and when it was frozen for longer than its lease. To be asked before each step. */
  readonly holds: () => boolean;
  /** Rises with every run of the same job: what a later run has written, an earlier one that wakes up late must not overwrite. */
  readonly fence: number;
  /** In whose name; undefined for what nobody asked for, or who runs the desk asked for from the command line. */
  readonly by: Actor | undefined;
}

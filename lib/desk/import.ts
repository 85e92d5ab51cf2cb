import type { Environment } from "@/lib/klarna/environment";

/** What can be wrong with a line before Klarna is asked. */
export type ImportFault = "not-an-id" | "other-environment" | "twice" | "erased";

/** What a list of ids holds, before anything is done with it. */
export interface ImportCheck {
  /** Lines that say something; a header isn't one. */
  readonly lines: number;
  /** Ids that the desk would read from Klarna, and those it knows. */
  readonly new: number;
  readonly known: number;
  readonly faults: Readonly<Record<ImportFault, number>>;
  /** The first of the faulty lines, as they were given. */
  readonly examples: readonly { readonly line: number; readonly fault: ImportFault; readonly text: string }[];
}

/**
 * `waiting` for a worker; `running`; `paused` by somebody; `stopped`, since it failed as a whole; `done`; `cancelled` with a part unread.
 */
export type ImportState = "waiting" | "running" | "paused" | "stopped" | "done" | "cancelled";

/** How an import stands. Times are ISO 8601 in UTC. */
export interface Import {
  readonly id: string;
  readonly environment: Environment;
  /** Who brought it; null from the command line. */
  readonly by: string | null;
  readonly created_at: string;
  readonly finished_at: string | null;
  readonly state: ImportState;
  /** Why it stopped as a whole, by code. */
  readonly code: string | null;
  /** Ids to be read, and what became of them so far. */
  readonly total: number;
  readonly read: number;
  readonly failed: number;
  /** Lines that held no id of this environment, one a second time or an erased merchant's; ids that the desk knew. */
  readonly faulty: number;
  readonly known: number;
  /** Requests a second that Klarna allows now, for all that the desk does; null when nobody has asked yet. */
  readonly rate: number | null;
}

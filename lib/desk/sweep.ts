import type { Environment } from "@/lib/klarna/environment";

/** One night's re-reading of an environment. Times are ISO 8601 in UTC. */
export interface Sweep {
  readonly environment: Environment;
  readonly night: string;
  readonly finished_at: string | null;
  /** Accounts that were to be read, that are still to be read, and that couldn't be. */
  readonly total: number;
  readonly left: number;
  readonly missed: number;
  /** What it found to be otherwise than the desk held, with nothing of the desk's to explain it. */
  readonly differences: number;
}

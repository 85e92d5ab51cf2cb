import type { Environment } from "../klarna/environment";
import { type ProductAct, productActs, type SuspensionReason } from "../klarna/product-change";
import type { SettledByMany } from "./settled";

/** What can be done to many merchants at once. */
export const runActs = [...productActs, "tag"] as const;
export type RunAct = ProductAct | "tag";

/** What can be put off to a time. */
export const schedulableActs: readonly RunAct[] = ["suspend", "reactivate"];

/** With more merchants than this, their number is typed before anything happens. */
export const typedAbove = 25;

/** Whether the number of merchants is typed before a run begins: with many, and with any where it accuses them of fraud, as on a merchant's own page. */
export function isNumberTyped({ act, reason }: { readonly act: RunAct; readonly reason?: string | undefined }, count: number): boolean {
  return count > typedAbove || (count > 0 && act === "suspend" && reason === "FRAUD");
}

/** The most merchants that one run takes. */
export const mostMerchants = 100_000;

/** What a run does exactly, in codes and ids. */
export interface RunGiven {
  readonly reason?: SuspensionReason;
  readonly code?: string;
  readonly tags?: readonly string[];
}

/** `waiting` for its turn, or for another; `taken` by a worker; `unclear` while nobody knows whether Klarna did it; `left-out` since there was nothing to do, or nothing that could be done. */
export const runRowStates = ["waiting", "taken", "done", "unclear", "failed", "left-out"] as const;
export type RunRowState = (typeof runRowStates)[number];

/** What a run would do, as far as the desk knows: nothing has been sent. */
export interface RunCheck {
  /** Under which it is to be made. */
  readonly run: string;
  /** Whom it would be done to, in one hash: of the same merchants it is the same. */
  readonly meant: string;
  readonly merchants: number;
  /** Those that it would be done to; `unread` of them are read from Klarna first. */
  readonly ready: number;
  readonly unread: number;
  /** How many of those that would be reactivated were suspended because of fraud. */
  readonly fraud: number;
  /** How many products that are, where it is done to products; and those of the merchants that have several. */
  readonly products: number;
  /** Why others are left out, the most frequent first. */
  readonly left_out: readonly { readonly why: string; readonly count: number }[];
  /** When the longest unseen of the merchants was last seen; null where there is none. */
  readonly oldest: string | null;
  /** How much was going on at those that would be suspended; null for what stops nothing. */
  readonly settled_lately: SettledByMany | null;
  /** Requests a second that Klarna allows now; null when nobody has asked yet. */
  readonly rate: number | null;
}

/** `scheduled` for later; `waiting` for a worker; `stopped` since it couldn't go on as a whole; `cancelled` with a part undone. */
export type RunState = "scheduled" | "waiting" | "running" | "paused" | "stopped" | "done" | "cancelled";

/** How a run stands. Times are ISO 8601 in UTC. */
export interface Run {
  readonly id: string;
  readonly environment: Environment;
  readonly act: RunAct;
  readonly given: RunGiven;
  /** What its maker typed about it; only on the run's own page. */
  readonly details?: string | null;
  /** What is given, in names: a category's, the tags'. */
  readonly named: string | null;
  readonly by: string;
  /** In whose name it goes on, when that is somebody else by now. */
  readonly in_name_of: string | null;
  readonly created_at: string;
  readonly starts_at: string;
  readonly zone: string | null;
  readonly finished_at: string | null;
  readonly cancelled_at: string | null;
  readonly state: RunState;
  /** Why it stopped as a whole, by code. */
  readonly code: string | null;
  readonly total: number;
  readonly counts: Readonly<Record<RunRowState, number>>;
  /** Requests a second that Klarna allows now, for all that the desk does. */
  readonly rate: number | null;
}

export interface RunPage {
  readonly runs: readonly Run[];
  readonly next: string | null;
}

/** What became of one merchant. */
export interface RunResult {
  readonly line: number;
  readonly account_id: string;
  /** Null once the desk has forgotten the merchant. */
  readonly name: string | null;
  readonly state: RunRowState;
  readonly code: string | null;
  /** Klarna's words, or why nothing was sent. */
  readonly said: string | null;
  readonly error_id: string | null;
  readonly settled_at: string | null;
  /** When it is tried next, after a try that came to nothing. */
  readonly next_at: string | null;
}

export interface RunResultPage {
  readonly results: readonly RunResult[];
  readonly next: string | null;
}

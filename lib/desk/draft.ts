import type { Environment } from "@/lib/klarna/environment";
import type { ProblemField } from "@/lib/klarna/problem";

import type { SettledBy } from "./operation";

/**
 * How the sending of a draft stands: not sent yet (null); `sent`, on its way; `rejected`, Klarna refused it and it can be
 * corrected; `unknown`, nobody can say, so it is locked; `confirmed`, the merchant exists.
 */
export type DraftOutcome = "sent" | "confirmed" | "rejected" | "unknown" | null;

/** A draft without what it holds. Times are ISO 8601 in UTC. */
export interface DraftSummary {
  readonly id: string;
  readonly environment: Environment;
  readonly title: string;
  readonly version: number;
  readonly updated_by: string;
  readonly updated_at: string;
  readonly outcome: DraftOutcome;
  /** When the desk asks Klarna again by itself, while the outcome is unknown. */
  readonly next_try_at: string | null;
  readonly tries: number;
  readonly error_id: string | null;
  /** Klarna's code or ours of the last answer, and by what it became known how it ended; null before. */
  readonly code: string | null;
  readonly settled_by: SettledBy | null;
  /** When it was sent, the first and the last time, and the key that Klarna knows it by; null before. */
  readonly first_sent_at: string | null;
  readonly sent_at: string | null;
  readonly idempotency_key: string | null;
  /** The merchant it became. */
  readonly account_id: string | null;
}

/** The draft of a row of a table: whether it was made just now, and if not, what became of it since. */
export interface RowDraft extends Pick<DraftSummary, "id" | "outcome" | "account_id"> {
  readonly made: boolean;
}

/** The most drafts that are listed: those that were saved last. A list says by one more that there are others. */
export const mostDrafts = 200;

/** How many drafts a list has, in words. */
export function draftsInWords({ length }: readonly unknown[]): string {
  if (length > mostDrafts) return `More than ${mostDrafts} drafts`;
  return length === 1 ? "1 draft" : `${length} drafts`;
}

/** As much of a name as a draft's title holds; a character of two halves stays whole, or is left out. */
export function asTitle(name: string): string {
  return name.slice(0, 200).replace(/[\ud800-\udbff]$/, "");
}

/** A field that Klarna refused: where it lies in what was sent, why, and what stood there (undefined where nothing did). */
export interface RefusedField extends ProblemField {
  readonly value?: unknown;
}

/** A draft, whole: `content` is the wizard's form as it was saved, or null once Klarna has it. `refused` is what Klarna said when it refused it. */
export interface Draft extends DraftSummary {
  readonly content: unknown;
  readonly refused: readonly RefusedField[];
}

/** The code of a refusal: what would be saved or sent isn't the draft any more. */
export const savedAnew = "DRAFT_CHANGED";

import type { Environment } from "@/lib/klarna/environment";

/** By what a change's outcome became known: Klarna's answer, its answer to a repeat, its webhook, a read of what it changed, or a person. */
export type SettledBy = "answer" | "repeat" | "webhook" | "read" | "person";

/** What a person can say of an unknown outcome. */
export const verdicts = ["done", "not-done"] as const;
export type Verdict = (typeof verdicts)[number];

/** How a person knows; their own words may come with it. */
export const sources = ["klarna-support", "klarna-portal", "merchant", "seen-here", "other"] as const;
export type Source = (typeof sources)[number];

/**
 * What a look at Klarna showed. `gone`: what was meant isn't there (any more). `there`: it still is. `stands`: it is as was asked for.
 * `as-before`: it is as it was before. `differs`: it is neither. `unread`: Klarna couldn't be asked.
 */
export type Finding = "gone" | "there" | "stands" | "as-before" | "differs" | "unread";

/** What comes next for an operation without a clear answer. */
export type Next = "in-flight" | "repeat" | "look" | "person";

/** An operation in the list of those that aren't clear, or weren't. Times are ISO 8601 in UTC. */
export interface OperationSummary {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly state: "sent" | "confirmed" | "rejected" | "unknown";
  readonly account_id: string | null;
  /** The merchant's name, or the reference that an onboarding gave. */
  readonly merchant: string | null;
  readonly by: string;
  readonly first_sent_at: string;
  readonly sent_at: string;
  readonly tries: number;
  readonly next_try_at: string | null;
  readonly next_look_at: string | null;
  /** Until when Klarna honours its key; null when it has none, or none that the desk may use again. */
  readonly key_until: string | null;
  readonly settled_at: string | null;
  readonly settled_by: SettledBy | null;
  readonly next: Next | null;
}

export interface OperationPage {
  readonly operations: readonly OperationSummary[];
  readonly next: string | null;
}

/** One sending of it and what came back. */
export interface OperationTry {
  readonly at: string;
  readonly kind: string;
  readonly by: string | null;
  readonly status: number | null;
  readonly code: string | null;
  readonly error_id: string | null;
}

export interface OperationLook {
  readonly at: string;
  readonly finding: Finding;
  readonly fields: readonly string[];
  readonly code: string | null;
  readonly error_id: string | null;
}

/** An account that may be what an onboarding made: it has the reference that was sent. */
export interface OperationCandidate {
  readonly account_id: string;
  readonly account_name: string | null;
  readonly first_seen_at: string;
  /** Whether another operation is known to have made it. */
  readonly taken: boolean;
}

/** Everything that is known of one operation, for the person who has to settle it. */
export interface OperationEvidence extends OperationSummary {
  /** Raised with each sending and settling: a choice is made on what was seen. */
  readonly fence: number;
  readonly idempotency_key: string;
  readonly params: Readonly<Record<string, string>>;
  /** What was sent with its marked fields hidden; undefined when this person may not see it, null when nothing was. */
  readonly sent?: unknown;
  readonly tried: readonly OperationTry[];
  readonly looks: readonly OperationLook[];
  readonly webhooks: readonly { readonly at: string; readonly event_type: string; readonly account_id: string }[];
  readonly candidates: readonly OperationCandidate[];
  readonly decision: { readonly by: string; readonly at: string; readonly verdict: Verdict; readonly source: string; readonly note: string | null } | null;
  /** Whether it can be looked for at Klarna by a read. */
  readonly can_look: boolean;
  /** The draft that it came from. */
  readonly draft_id: string | null;
}

import type { Environment } from "@/lib/klarna/environment";
import type { Region } from "@/lib/klarna/payouts-api/hosts";

/** Everything since the start date; what is new since the last time; everything, looked at again once a week. */
export type SyncKind = "full" | "incremental" | "deep";

/** Something that came and couldn't be taken, or that disagrees: a code of the desk's, what it is about, and how often. */
export interface SyncFault {
  readonly code: SyncFaultCode;
  readonly about: string;
}

export type SyncFaultCode =
  | "payout-without-reference"
  | "reference-of-another"
  | "lines-missing"
  | "payouts-missing"
  | "list-loops"
  | "pending-unread"
  | "summary-differs"
  | "payout-gone";

/** One part of a payout, as its total says and as its lines come to; amounts in minor units, as text. */
export interface ProofPart {
  readonly total: string;
  /** Null where Klarna sent none. */
  readonly stated: string | null;
  readonly lines: string;
}

/** What a payout's proof came to. */
export interface PayoutProof {
  /** `closes`; `otherwise`, closes by another form than its kind should; `differs`; `unknown`, there is nothing to compare. */
  readonly equation: "closes" | "otherwise" | "differs" | "unknown";
  /** The totals that stayed out, and whether the amount is what the merchant pays. */
  readonly without: readonly string[];
  readonly invoiced: boolean;
  /** What is paid out less what the parts come to; 0 where it closes. */
  readonly gap: string;
  /** Whether each total agrees with its lines; `unknown` where a line's sign is. */
  readonly lines: "agree" | "differ" | "unknown";
  readonly parts: readonly ProofPart[];
}

/** A connection to Klarna's Settlements API v1, without its secret. Times are ISO 8601 in UTC. */
export interface PayoutConnection {
  readonly id: string;
  readonly environment: Environment;
  readonly region: Region;
  readonly name: string;
  readonly hint: string;
  readonly start_date: string;
  readonly by: string | null;
  readonly created_at: string;
  readonly answered_at: string | null;
  /** Why Klarna didn't take the credential the last time, by code. */
  readonly refusal: string | null;
  readonly listed_until: string | null;
  readonly merchant_ids: readonly string[];
  readonly payouts: number;
}

/** `waiting` for a worker or for its next try; `running`; `paused` by somebody; `stopped`, since it failed as a whole; `done`; `cancelled`. */
export type SyncState = "waiting" | "running" | "paused" | "stopped" | "done" | "cancelled";

/** How one reading of a connection stands. */
export interface PayoutSync {
  readonly id: string;
  readonly connection: string;
  readonly connection_id: string;
  readonly environment: Environment;
  readonly kind: SyncKind;
  readonly by: string | null;
  readonly created_at: string;
  readonly finished_at: string | null;
  readonly state: SyncState;
  /** Why it stopped, or waits for its next try, by code. */
  readonly code: string | null;
  /** The while whose payouts are listed, and how far that has come. */
  readonly from: string;
  readonly until: string;
  readonly listed_until: string;
  readonly calls: number;
  readonly payouts: number;
  readonly added: number;
  readonly changed: number;
  readonly lines: number;
  /** Payouts whose lines are still to be read. */
  readonly left: number;
  readonly faults: readonly SyncFault[];
}

/** What testing a credential came to: whether it works, in words of ours what is wrong, and what to do. */
export interface ConnectionTest {
  readonly works: boolean;
  /** Klarna has answered, and doesn't take the credential there. */
  readonly refused: boolean;
  readonly message: string;
  /** Where Klarna takes it instead. */
  readonly elsewhere: { readonly environment: Environment; readonly region: Region } | null;
  readonly merchant_ids: readonly string[];
  readonly payouts: number | null;
}

/** Only what doesn't add up or can't be proved; only what is still to be proved, since its lines haven't been read. */
export const payoutProofs = ["odd", "due"] as const;

/** What of the payouts is asked for; days are whole days in UTC, as Klarna counts. */
export interface PayoutFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly currency?: string | undefined;
  readonly merchant?: string | undefined;
  readonly type?: string | undefined;
  readonly proof?: (typeof payoutProofs)[number] | undefined;
}

/** A payout in a list. Amounts are minor units as text, null where Klarna sent none. */
export interface PayoutRow {
  readonly payment_reference: string;
  readonly payout_date: string | null;
  readonly currency: string | null;
  readonly merchant_id: string | null;
  readonly settlement_type: string | null;
  readonly amount: string | null;
  /** Its lines are still to be read, so the proof is of before. */
  readonly lines_due: boolean;
  readonly gone: boolean;
  readonly proof: PayoutProof | null;
}

/** What the payouts of a question come to in one currency. */
export interface PayoutTotal {
  readonly currency: string | null;
  /** Whether they are records of invoices for fees: these the merchant pays. */
  readonly invoices: boolean;
  readonly payouts: number;
  readonly amount: string;
  /** Of these there is no amount, so they aren't in it. */
  readonly unreadable: number;
}

/** What lines of one kind in a payout come to, signed; null where the sign isn't known. */
export interface PayoutSum {
  readonly type: string;
  readonly detailed_type: string;
  readonly lines: number;
  readonly amount: string | null;
  readonly tax: string;
}

/** A payout with what its page shows. */
export interface PayoutFile extends PayoutRow {
  readonly connection: string;
  /** Whether Klarna can still be asked about it. */
  readonly connected: boolean;
  readonly content: Readonly<Record<string, unknown>>;
  readonly sums: readonly PayoutSum[];
  readonly seen_at: string;
  readonly changed_at: string;
  readonly gone_at: string | null;
  /** The payout before it of the same merchant and currency, and the debt that it ended with. */
  readonly before: { readonly payment_reference: string; readonly closing_debt: string | null } | null;
}

/** A line of a payout, or one that belongs to none yet. */
export interface PayoutLine {
  readonly key: string;
  readonly payment_reference: string | null;
  readonly payout_date: string | null;
  readonly type: string | null;
  readonly detailed_type: string | null;
  readonly amount: string | null;
  readonly tax: string | null;
  readonly currency: string | null;
  readonly captured_at: string | null;
  readonly order_id: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What was captured by a moment and not paid out by then, of one merchant in one currency. */
export interface InTransit {
  readonly merchant_id: string | null;
  readonly currency: string | null;
  /** The payout that brought it later; null for what is in none yet. */
  readonly payment_reference: string | null;
  readonly payout_date: string | null;
  readonly lines: number;
  readonly sales: string;
  readonly refunds: string;
  readonly fees: string;
  readonly tax: string;
  readonly other: string;
  /** Lines of which nobody can say which way they go. */
  readonly unknown: number;
}

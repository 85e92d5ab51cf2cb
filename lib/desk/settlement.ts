import type { Environment } from "@/lib/klarna/environment";

/** Whether a settlement adds up; `accepted` is a difference that somebody in finance has accepted, `unknown` one whose report isn't loaded. */
export const settlementVerdicts = ["adds-up", "differs", "accepted", "unknown"] as const;
export type SettlementVerdict = (typeof settlementVerdicts)[number];

/** How its report stands: `wanted` waits to be read from Klarna, `refused` came and wasn't taken. */
export type ReportState = "ready" | "loading" | "wanted" | "refused" | "none";

/** Whether what is owed at the beginning is what was owed at the end of the settlement before, of the same entity and currency. */
export type ChainState = "holds" | "broken" | "unknown";

/** Amounts are whole minor units of the currency, signed, as text: they may be larger than a number can say. Times are ISO 8601 in UTC. */
export interface SettlementItem {
  readonly environment: Environment;
  readonly settlement_id: string;
  readonly source: "announced" | "looked-up" | "imported";
  readonly known_since: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly currency: string | null;
  readonly amount: string | null;
  readonly payout_id: string | null;
  readonly paid_out_at: string | null;
  readonly verdict: SettlementVerdict;
  readonly report: ReportState;
  readonly chain: ChainState;
  readonly lines_gap: string | null;
  readonly parts_gap: string | null;
  /** By how much the opening debt is off; null unless it is known to be. */
  readonly chain_gap: string | null;
  readonly rows: number | null;
}

/** A page of the list, newest first. */
export interface SettlementPage {
  readonly settlements: readonly SettlementItem[];
  readonly next: string | null;
}

/** What is asked for; what is left out isn't asked about. */
export interface SettlementFilter {
  readonly text?: string;
  readonly verdict?: SettlementVerdict;
  readonly currency?: string;
  /** Whole days in UTC, of the end of its period; of one that has none yet, of when the desk first knew of it. */
  readonly from?: string;
  readonly to?: string;
  /** Only those whose money should have been on its way by now. */
  readonly paid?: "late";
}

/** A part of the summary beside its transactions; `gap` is what those have more, null where nothing can be said. */
export interface SettlementPartProof {
  readonly part: string;
  readonly summary: string | null;
  readonly lines: string;
  readonly rows: number;
  readonly gap: string | null;
}

/** What some transactions come to. */
export interface SettlementSum {
  readonly rows: number;
  readonly amount: string;
  readonly tax: string;
}

/** Somebody accepted what didn't add up then. `current` while the report is the one it was accepted of, and the debt is off by as much. */
export interface SettlementAcceptance {
  readonly person: string;
  readonly accepted_at: string;
  /** Null when it was sealed with a key that the desk no longer has. */
  readonly reason: string | null;
  readonly lines_gap: string;
  readonly parts_gap: string;
  readonly chain_gap: string | null;
  readonly current: boolean;
}

/** Everything about one settlement but its transactions. */
export interface SettlementDetail extends SettlementItem {
  readonly created_at: string | null;
  readonly entity_id: string | null;
  readonly bank_account_reference: string | null;
  readonly announced_at: string | null;
  readonly seen_at: string | null;
  readonly totals: Readonly<Record<string, string>>;
  readonly parts: readonly SettlementPartProof[];
  readonly parts_sum: string | null;
  readonly lines_sum: string | null;
  readonly opening_debt: string | null;
  readonly closing_debt: string | null;
  readonly previous: { readonly settlement_id: string; readonly period_to: string; readonly closing_debt: string | null; readonly adjacent: boolean } | null;
  readonly next_id: string | null;
  readonly types: readonly (SettlementSum & { readonly type: string; readonly detailed_type: string })[];
  readonly days: readonly (SettlementSum & { readonly day: string })[];
  /** The report that counts; `by` is who brought it as a file, null for Klarna's own answer. */
  readonly loaded: { readonly at: string; readonly sha256: string; readonly bytes: string; readonly by: string | null } | null;
  readonly refusal: {
    readonly code: string;
    readonly line: number | null;
    readonly column: string | null;
    readonly reason: string;
    readonly at: string;
  } | null;
  readonly acceptances: readonly SettlementAcceptance[];
}

/** What came of a report that somebody brought as a file: `same` was loaded already. */
export interface ImportedSettlement {
  readonly settlement_id: string;
  readonly outcome: "loaded" | "same";
}

/** What a merchant has of a settlement. */
export interface SettlementMerchant extends SettlementSum {
  readonly account_id: string;
  readonly name: string | null;
  readonly captures: string;
  readonly refunds: string;
  readonly fees: string;
  readonly others: string;
  readonly net: string;
}

export interface SettlementMerchants {
  readonly merchants: readonly SettlementMerchant[];
  readonly next: string | null;
}

/** One transaction of a report. */
export interface SettlementLine {
  readonly settlement_id: string;
  readonly line: number;
  readonly type: string;
  readonly detailed_type: string;
  readonly created_at: string;
  readonly amount: string;
  readonly currency: string;
  readonly tax: string | null;
  readonly tax_rate: number | null;
  readonly account_id: string;
  readonly merchant: string | null;
  readonly payment_id: string;
  readonly reference: string | null;
  readonly capture_id: string | null;
  readonly capture_reference: string | null;
  readonly refund_id: string | null;
  readonly refund_reference: string | null;
  readonly dispute_id: string | null;
  readonly chargeback_id: string | null;
  /** What stands in columns that the desk doesn't know, by their names. */
  readonly rest: Readonly<Record<string, string>> | null;
}

export interface SettlementLines {
  readonly lines: readonly SettlementLine[];
  readonly next: string | null;
}

/** A kind of transaction in one word: `SALE/CAPTURE`. The same detailed type may stand under several types. */
export function kindOf({ type, detailed_type }: Pick<SettlementLine, "type" | "detailed_type">): string {
  return `${type}/${detailed_type}`;
}

/** Which transactions are asked for. */
export interface SettlementLineFilter {
  /** Its type and detailed type, as `kindOf` writes them. */
  readonly kind?: string;
  readonly account?: string;
  readonly reference?: string;
  readonly from?: string;
  readonly to?: string;
  readonly day?: string;
}

/** A filter as a request carries it: what isn't said may be undefined. */
export type Asked<Filter> = { readonly [Name in keyof Filter]?: Filter[Name] | undefined };

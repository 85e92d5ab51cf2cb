import type { Environment } from "@/lib/klarna/environment";

/** Whose things are shown: one's own, those that nobody takes care of, or everybody's. */
export const attentionTabs = ["mine", "unassigned", "all"] as const;
export type AttentionTab = (typeof attentionTabs)[number];

/** Which of them: those to look at now, those put off, or those that somebody has dealt with. */
export const attentionShows = ["open", "snoozed", "done"] as const;
export type AttentionShow = (typeof attentionShows)[number];

export const attentionSorts = ["due", "-due", "opened", "-opened"] as const;
export type AttentionSort = (typeof attentionSorts)[number];

/** The rules by which things are found. */
export const attentionRules = [
  "stuck",
  "operation-unknown",
  "webhook-late",
  "product-disabled",
  "program-ending",
  "people-incomplete",
  "unseen",
  "mention",
  "certificate-expiring",
  "webhooks-silent",
  "settlement-differs",
  "settlement-unpaid",
  "payout-differs",
  "payout-held",
  "payout-late",
  "payouts-unread",
  "run-stopped",
  "run-failed",
  "import-incomplete",
] as const;
export type AttentionRuleName = (typeof attentionRules)[number];

/** What is asked for; the environment and the rule where it is narrowed to one. */
export interface AttentionFilter {
  readonly tab: AttentionTab;
  readonly show: AttentionShow;
  readonly sort: AttentionSort;
  readonly environment?: Environment | undefined;
  readonly rule?: AttentionRuleName | undefined;
  /** Only this merchant's. */
  readonly account_id?: string | undefined;
}

/** One thing that somebody should look at. Times are ISO 8601 in UTC. */
export interface AttentionItem {
  readonly id: string;
  readonly environment: Environment;
  /** Null for an onboarding whose account isn't known. */
  readonly account_id: string | null;
  readonly merchant: string | null;
  readonly rule: AttentionRuleName;
  /** What is the matter, and what to do about it: a sentence each. */
  readonly reason: string;
  readonly advice: string;
  /** The operation that it is about, where it is about one. */
  readonly operation_id: string | null;
  /** The settlement that it is about, where it is about one. */
  readonly settlement_id: string | null;
  /** The payout of the Settlements API that it is about, where it is about one; or the merchant there, where it is about that. */
  readonly payment_reference: string | null;
  readonly merchant_id: string | null;
  /** The run that it is about, where it is about one. */
  readonly run_id: string | null;
  /** Who takes care of it. */
  readonly person: { readonly id: string; readonly name: string; readonly disabled: boolean } | null;
  /** Since when it is so, as far as the desk knows. */
  readonly since: string;
  readonly due_at: string;
  readonly snoozed_until: string | null;
  readonly done_at: string | null;
  readonly done_by: string | null;
}

export interface AttentionPage {
  readonly items: readonly AttentionItem[];
  readonly next: string | null;
}

/** How much there is to look at now, and how much a rule found beyond what it brings in at once. */
export interface AttentionCounts {
  readonly mine: number;
  readonly unassigned: number;
  readonly all: number;
  readonly more: readonly { readonly environment: Environment; readonly rule: AttentionRuleName; readonly count: number }[];
  /** When the desk last looked by all of its rules; null before it has. */
  readonly looked_at: string | null;
}

/** What can be done with things that need attention. `from` is who took care of them as the person saw it. */
export type AttentionAct =
  | { readonly act: "assign"; readonly person_id: string | null; readonly from: string | null }
  | { readonly act: "due"; readonly at: string }
  | { readonly act: "snooze"; readonly until: string }
  | { readonly act: "done" }
  | { readonly act: "undo" };

/** Somebody who may take care of things. */
export interface AttentionColleague {
  readonly id: string;
  readonly name: string;
}

/** What was found of a fee: it is what the price plan says, it isn't, or nobody can say. */
export const feeOutcomes = ["agrees", "differs", "unchecked"] as const;
export type FeeOutcome = (typeof feeOutcomes)[number];

/** Why: each belongs to one outcome. */
export const feeReasons = {
  "as-planned": "agrees",
  "other-amount": "differs",
  "charged-again": "differs",
  "not-in-plans": "unchecked",
  correction: "unchecked",
  "no-capture": "unchecked",
  "capture-unclear": "unchecked",
  "no-plan": "unchecked",
  "no-time": "unchecked",
  "plan-unknown": "unchecked",
  "plan-unreadable": "unchecked",
  "no-version": "unchecked",
  "no-rate": "unchecked",
  "rate-unclear": "unchecked",
  incentive: "unchecked",
  "too-many": "unchecked",
} as const satisfies Readonly<Record<string, FeeOutcome>>;
export type FeeReason = keyof typeof feeReasons;

/** A version of a price plan that fees were held against; or why it couldn't be read. */
export interface AuditedPlan {
  readonly price_plan_id: string;
  readonly name: string | null;
  readonly version: number;
  readonly effective_from: string | null;
  readonly read_at: string;
  /** Null where it was read. */
  readonly why: string | null;
}

/** What some fees come to: amounts are whole minor units, signed as in the report, as text. */
export interface FeeSum {
  readonly rows: number;
  readonly charged: string;
  /** What the plans say; null where nobody can say. */
  readonly expected: string | null;
}

/** The fees of a settlement against the price plans. */
export interface FeeAudit {
  /** Whether it is going to be done, or done again. */
  readonly wanted: boolean;
  /** Null while it was never done of the report that is loaded. */
  readonly checked_at: string | null;
  readonly plans: readonly AuditedPlan[];
  readonly reasons: readonly (FeeSum & { readonly outcome: FeeOutcome; readonly reason: FeeReason; readonly detail: string })[];
}

/** What was found of a merchant's fees. */
export interface FeeAuditMerchant {
  readonly account_id: string;
  readonly name: string | null;
  readonly agrees: number;
  readonly differs: number;
  readonly unchecked: number;
  readonly charged: string;
  /** What those that differ were charged less what the plans say: negative where too much was taken. */
  readonly difference: string;
  /** What was charged by those that can't be checked. */
  readonly unchecked_charged: string;
}

export interface FeeAuditMerchants {
  readonly merchants: readonly FeeAuditMerchant[];
  readonly next: string | null;
}

/** A fee that isn't what the plan says. */
export interface FeeAuditLine {
  readonly line: number;
  readonly type: string;
  readonly detailed_type: string;
  readonly created_at: string;
  readonly account_id: string;
  readonly merchant: string | null;
  readonly payment_id: string;
  readonly reference: string | null;
  readonly reason: FeeReason;
  readonly captured: string;
  /** The plan's rate: a share in hundredths of a percent, and a fixed part. */
  readonly percentage: number;
  readonly fixed: string;
  readonly price_plan_id: string;
  readonly plan_version: number;
  readonly charged: string;
  readonly expected: string;
}

export interface FeeAuditLines {
  readonly lines: readonly FeeAuditLine[];
  readonly next: string | null;
}

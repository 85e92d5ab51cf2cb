import type { PlanMatrix } from "../klarna/plan-matrix";

/** A version of a payment program plan, whole. Times are ISO 8601, as Klarna says them; null where it doesn't. */
export interface ProgramPlan {
  readonly payment_program_plan_id: string;
  readonly version: number | null;
  readonly effective_from: string | null;
  readonly effective_to: string | null;
  readonly comment: string | null;
  readonly matrix: PlanMatrix;
  /** What its programs are called, by id; without those that Klarna doesn't name. */
  readonly names: Readonly<Record<string, string>>;
  /** What its merchant categories are called, by code; without those that nobody names. */
  readonly categories: Readonly<Record<string, string>>;
  readonly read_at: string;
}

/** A merchant that has a program enabled, as the desk last saw it; null where it is every country or category, or open. */
export interface ProgramMerchant {
  readonly account_id: string;
  readonly merchant: string;
  readonly countries: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly effective_from: string | null;
  readonly effective_to: string | null;
}

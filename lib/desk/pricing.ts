import type { RateFor } from "@/lib/klarna/pricing/rate";

/** What rates of a plan are asked for by: at least one of these. */
export interface RatesAsked extends RateFor {
  readonly date_time?: string | undefined;
  readonly version?: number | undefined;
}

/** The rates of a version of a price plan, all that were asked for, each as it came. */
export interface PlanRates {
  readonly price_plan_id: string;
  readonly name: string | null;
  readonly version: number | null;
  readonly effective_from: string | null;
  readonly comment: string | null;
  readonly rates: readonly unknown[];
  /** A category that was asked for and that Klarna doesn't list: the rates are those of all categories. */
  readonly category_left_aside: string | null;
  readonly read_at: string;
}

/** The same for a page: with what the categories in it are called. */
export interface NamedPlanRates extends PlanRates {
  readonly categories: Readonly<Record<string, string>>;
}

/** What a coming version of a plan changes, and whom that touches. */
export interface PlanTouch {
  /** How many prices or programs become different, come or go. */
  readonly changes: number;
  /** The same by category, the most touched first; "" where a plan says it for every category. */
  readonly categories: readonly { readonly code: string; readonly changes: number }[];
  /** The profiles that carry the plan. */
  readonly profiles: readonly { readonly id: string; readonly name: string }[];
  /** How many merchants have a product under one of those profiles whose category is touched. */
  readonly total: number;
  readonly merchants: readonly TouchedMerchant[];
  /** The cursor of the next page. */
  readonly next: string | null;
}

export interface TouchedMerchant {
  readonly account_id: string;
  readonly account_name: string | null;
  readonly account_reference: string | null;
  /** The categories and profiles of its products that are touched. */
  readonly categories: readonly string[];
  readonly profiles: readonly string[];
}

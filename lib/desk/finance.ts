/** Which of Klarna's two APIs for money figures are of. */
export type FinanceSide = "settlements" | "payouts";

/** What one currency's settlements or payouts of one week come to. Amounts are whole minor units, signed, as text. */
export interface FinanceWeek {
  /** Its Monday, in UTC. */
  readonly week: string;
  readonly count: number;
  /** Of these Klarna hasn't said an amount, so they aren't in the sums. */
  readonly unreadable: number;
  readonly amount: string;
  /** What was captured, and what Klarna charged for it, without VAT: below zero what was paid. */
  readonly sales: string;
  readonly fees: string;
  /** How many of these don't add up, and of how many nobody can say yet. */
  readonly odd: number;
  readonly open: number;
}

/** One currency over all weeks that are asked for, the latest first, those without anything too. */
export interface FinanceCurrency {
  readonly currency: string | null;
  readonly weeks: readonly FinanceWeek[];
  readonly total: Omit<FinanceWeek, "week">;
  /** Invoices for fees, which are apart from what is paid out: how many, what they come to, and how many of them don't add up. */
  readonly invoices: { readonly count: number; readonly amount: string; readonly odd: number };
}

/** What stands open now, of whatever week. */
export interface FinanceOpen {
  readonly settlements: { readonly differs: number; readonly unknown: number; readonly late: number; readonly all: number };
  readonly payouts: { readonly odd: number; readonly due: number; readonly late: number; readonly unread: number; readonly all: number };
}

/** How long the page looks back. */
export const financeWeeks = [4, 13, 26, 52] as const;

/** Whole weeks, from a Monday to the Monday after the last of them, in UTC. */
export interface FinancePeriod {
  readonly weeks: (typeof financeWeeks)[number];
  /** A day of the last week, where it isn't this one. */
  readonly until?: string;
  readonly mondays: readonly string[];
  readonly end: string;
}

/** What the page for finance shows. `known` is how far the desk's knowledge reaches; null where it has none. */
export interface FinanceOverview {
  readonly period: FinancePeriod;
  readonly settlements: readonly FinanceCurrency[];
  readonly payouts: readonly FinanceCurrency[];
  readonly open: FinanceOpen;
  readonly known: { readonly settlements: string | null; readonly payouts: string | null };
}

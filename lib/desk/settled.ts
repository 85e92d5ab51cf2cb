/** How many days back the desk looks for what a merchant lately settled. */
export const settledDays = 30;

/** What Klarna's settlement reports say of a merchant lately, as far as the desk has loaded them. Times are ISO 8601 in UTC. */
export interface Settled {
  /** Until when the newest report goes that is loaded, whoever it names; null while there is none. */
  readonly loaded_to: string | null;
  /** How many of each stand in the reports that ended within the days before. */
  readonly captures: number;
  readonly refunds: number;
  readonly chargebacks: number;
  /** The newest report that names the merchant, however old; its id only for whoever may see settlements. */
  readonly last: { readonly settlement_id: string | null; readonly period_from: string | null; readonly period_to: string | null } | null;
  /** What they come to in each currency; null for whoever may not see settlements. */
  readonly sums: readonly SettledSum[] | null;
}

/** Minor units of the currency, signed. `net` is all that the merchant's rows come to, with VAT. */
export interface SettledSum {
  readonly currency: string;
  readonly captures: string;
  readonly refunds: string;
  readonly net: string;
}

/** The same of many: how many of them had captures in those reports, and how many captures that is. */
export interface SettledByMany extends Pick<Settled, "loaded_to" | "captures"> {
  readonly merchants: number;
}

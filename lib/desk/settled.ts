/** How many days back the desk looks for what a merchant lately settled. */
export const settledDays = 30;

/** How much of the reports of these days the desk has loaded, whoever they name: what isn't loaded it can't count. Times are ISO 8601 in UTC. */
export interface LoadedReports {
  /** When the newest ended; null while none is loaded. */
  readonly loaded_to: string | null;
  /** Whether that was before these days, so that none of them is loaded. */
  readonly is_old: boolean;
  /** How many settlements of these days the desk knows and has no report of. */
  readonly missing: number;
}

/** What Klarna's settlement reports say of a merchant lately. */
export interface Settled extends LoadedReports {
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
export interface SettledByMany extends LoadedReports {
  readonly captures: number;
  readonly merchants: number;
}

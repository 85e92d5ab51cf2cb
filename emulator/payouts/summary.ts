import type { Payout } from "./book";

const columns = ["sale", "return", "reversal", "fee", "fee_correction", "tax", "commission", "holdback", "release", "repay", "settlement"];

/** One entry a currency. Charges, credits and some more have no column here, as at Klarna. */
export function summaryOf(payouts: readonly Payout[], start: string, end: string) {
  const currencies = [...new Set(payouts.map(({ currency_code }) => currency_code))];
  return currencies.map((currency) => {
    const own = payouts.filter(({ currency_code }) => currency_code === currency);
    const sum = (name: string) => own.reduce((total, { totals }) => total + (totals[name] ?? 0), 0);
    return {
      ...{ summary_payout_date_start: start, summary_payout_date_end: end, summary_settlement_currency: currency },
      ...Object.fromEntries(columns.map((name) => [`summary_total_${name}_amount`, sum(`${name}_amount`)])),
    };
  });
}

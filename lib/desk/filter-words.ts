// Klarna's own words are in capitals.

/** What stands in a filter for all of which Klarna has named no currency yet. */
export const noCurrency = "none";

/** What stands in a filter of payouts for all kinds but invoices for fees. */
export const butInvoices = "but-invoices";

/** Currencies to choose from, and that there is none yet. */
export function currencyOptions(currencies: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  return currencies.map((value) => ({ value, label: value === noCurrency ? "None yet" : value }));
}

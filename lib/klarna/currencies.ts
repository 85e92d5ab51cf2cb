/** The currencies that Klarna settles, by ISO 4217. */
export const currencies = ["AUD", "EUR", "CAD", "CZK", "DKK", "HUF", "MXN", "NZD", "NOK", "PLN", "RON", "SEK", "CHF", "GBP", "USD"] as const;

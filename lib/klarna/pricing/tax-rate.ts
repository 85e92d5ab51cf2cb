/** The usual tax on a service in a country, in hundredths of a percent: where Klarna adds VAT or GST to fees. A hint only; undefined elsewhere. */
export function usualTaxRate(country: string): bigint | undefined {
  const rate = standardRates[country.toUpperCase()];
  return rate === undefined ? undefined : BigInt(rate);
}

/** Standard rates of the European Union's countries and Australia, of 2026. */
const standardRates: Readonly<Record<string, number>> = {
  ...{ AT: 2000, BE: 2100, BG: 2000, CY: 1900, CZ: 2100, DE: 1900, DK: 2500, EE: 2400, ES: 2100, FI: 2550, FR: 2000, GR: 2400, HR: 2500, HU: 2700 },
  ...{ IE: 2300, IT: 2200, LT: 2100, LU: 1700, LV: 2100, MT: 1800, NL: 2100, PL: 2300, PT: 2300, RO: 2100, SE: 2500, SI: 2200, SK: 2300, AU: 1000 },
};

/** How many decimals a currency has by ISO 4217: SEK 2, JPY 0, KWD 3. */
export function exponentOf(currency: string): number {
  return exponents.get(currency.toUpperCase()) ?? 2;
}

/** Minor units out of data, as the exact number they are; undefined for what isn't a whole number, or is past what JSON carries exactly. */
export function minorUnits(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  return typeof value === "string" && /^-?\d{1,18}$/.test(value) ? BigInt(value) : undefined;
}

/** Minor units as exact decimal text for files and machines: -100050 of SEK is "-1000.50". */
export function decimalText(amount: bigint, currency: string): string {
  return exactText(amount, exponentOf(currency));
}

/** A whole number of so many decimals as exact text: 4966766 of 6 is "4.966766". */
export function exactText(amount: bigint, decimals: number): string {
  const { negative, whole, fraction } = split(amount, decimals);
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Minor units as people read them, for where the currency stands elsewhere: "1,000.50". */
export function amountText(amount: bigint, currency: string): string {
  return written(amount, exponentOf(currency), {});
}

/** The same with the currency's code: "SEK 1,000.50". */
export function moneyText(amount: bigint, currency: string): string {
  // Intl knows any three letters; what else may stand for a currency is shown as it came.
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${currency} ${amountText(amount, currency)}`;
  return written(amount, exponentOf(currency), { style: "currency", currency, currencyDisplay: "code" });
}

/** Hundredths of a percent, as Klarna writes percentages: 149 is "1.49%". */
export function percentText(rate: bigint): string {
  return `${written(rate, 2, {})}%`;
}

/** A share of an amount at a rate in hundredths of a percent, rounded half away from zero as Klarna's tax is. */
export function shareOf(amount: bigint, rate: bigint): bigint {
  return roundedQuotient(amount * rate, 10_000n);
}

/** A quotient to the nearest whole number, halves away from zero; the divisor is above zero. */
export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const half = (size(dividend) * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -half : half;
}

// All others have two.
const exponents: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
      [3, "BHD IQD JOD KWD LYD OMR TND"],
      [4, "CLF UYW"],
    ] as const
  ).flatMap(([exponent, codes]) => codes.split(" ").map((code) => [code, exponent] as const)),
);

function split(amount: bigint, exponent: number) {
  const digits = size(amount)
    .toString()
    .padStart(exponent + 1, "0");
  const end = digits.length - exponent;
  return { negative: amount < 0n, whole: digits.slice(0, end), fraction: digits.slice(end) };
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** Intl writes the whole part and the marks; the fraction's digits are put in, since a decimal as a number wouldn't be exact. */
function written(amount: bigint, exponent: number, style: Intl.NumberFormatOptions): string {
  const { negative, whole, fraction } = split(amount, exponent);
  const major = BigInt(whole);
  // Only the number -0 keeps the sign of an amount below one.
  const parts = formatter(exponent, style).formatToParts(negative ? (major === 0n ? -0 : -major) : major);
  return parts.map(({ type, value }) => (type === "fraction" ? fraction : value)).join("");
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(exponent: number, style: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${exponent} ${style.currency ?? ""}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat("en-GB", { ...style, minimumFractionDigits: exponent, maximumFractionDigits: exponent });
  formatters.set(key, known);
  return known;
}

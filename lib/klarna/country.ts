import { currencies } from "./currencies";
import { checked } from "./text";

/** A country by ISO 3166-1 alpha-2, in either case as the reference has it. */
export function country() {
  return checked((value) => (/^[A-Za-z]{2}$/.test(value) ? undefined : "Write the country as two letters, such as SE"));
}

/** One of the currencies that Klarna supports, in either case as the reference has it. */
export function currency() {
  return checked((value) => (supported.has(value.toUpperCase()) ? undefined : `Klarna supports ${currencies.join(", ")}`));
}

const supported: ReadonlySet<string> = new Set(currencies);

import { countryName } from "@/components/operation/country-name";
import { everyOther } from "@/lib/klarna/enablement-gaps";
import type { Scope } from "@/lib/klarna/enablements";

/** Where something holds, as a sentence goes on after "in": "Sweden and Norway", "every country". */
export function countriesInWords(countries: readonly string[]): string {
  return inWords(countries, countryName, "every country", "every other country");
}

/** The same for categories: "5712", "every category". */
export function categoriesInWords(categories: readonly string[]): string {
  return inWords(categories, (code) => code, "every category", "every other category");
}

/** Both, as short as it can be said: "Sweden, for 5712". */
export function scopeInWords({ countries, categories }: Scope): string {
  return `${countriesInWords(countries)}, for ${categoriesInWords(categories)}`;
}

/** A sentence's beginning. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function inWords(values: readonly string[], name: (value: string) => string, every: string, other: string): string {
  if (values.length === 0) return every;
  const names = [...values.filter((value) => value !== everyOther).map(name), ...(values.includes(everyOther) ? [other] : [])];
  return names.join(", ").replace(/, ([^,]*)$/, " and $1");
}

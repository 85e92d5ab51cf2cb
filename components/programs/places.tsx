import { countryName } from "@/components/operation/country-name";
import { Truncated } from "@/components/ui/truncated";
import type { MatrixRow } from "@/lib/klarna/plan-matrix";

/** A row's category by name and code; "" is every one. */
export function CategoryCell({ code, categories }: { readonly code: string; readonly categories: Readonly<Record<string, string>> }) {
  if (code === "") return "Every category";
  const name = categories[code];
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      {name && <Truncated text={name} />}
      <span className="shrink-0 mono font-normal text-muted">{code}</span>
    </span>
  );
}

/** A row's country by name. */
export function countryOf({ customer_country }: Pick<MatrixRow, "customer_country">): string {
  return customer_country === "" ? "Every country" : countryName(customer_country);
}

/** A row's currency. */
export function currencyOf({ currency }: Pick<MatrixRow, "currency">): string {
  return currency === "" ? "Any" : currency;
}

/** What tells one place from every other. */
export function placeKey({ merchant_category_code, customer_country, currency }: Omit<MatrixRow, "types">): string {
  return `${merchant_category_code} ${customer_country} ${currency}`;
}

const alphabet = new Intl.Collator("en");

/** By category, then by the countries' names, as they are read. */
export function inReadingOrder<Row extends Omit<MatrixRow, "types">>(rows: readonly Row[]): readonly Row[] {
  const names = new Map([...new Set(rows.map(({ customer_country }) => customer_country))].map((code) => [code, countryOf({ customer_country: code })]));
  const name = ({ customer_country }: Row) => names.get(customer_country) ?? "";
  return [...rows].sort(
    (one, other) =>
      one.merchant_category_code.localeCompare(other.merchant_category_code) ||
      alphabet.compare(name(one), name(other)) ||
      one.currency.localeCompare(other.currency),
  );
}

import { countryName } from "@/components/operation/country-name";
import type { FilterKey, TimeKey } from "@/lib/desk/directory";
import type { ColumnKey } from "@/lib/desk/view";
import { accountWords, missing, notRead } from "@/lib/klarna/account-words";
import { inWords } from "@/lib/klarna/plain-words";

/** What a state is called on a tab: Klarna's, and the desk's own two. */
export function standingLabel(standing: string): string {
  if (standing === "MISSING") return missing.label;
  return standing === "NOT_READ" ? notRead.label : accountWords(standing, null).label;
}

export const filterNames: Readonly<Record<FilterKey, string>> = {
  state: "State",
  product: "Product state",
  country: "Country",
  category: "Category",
  profile: "Profile",
  group: "Group",
  tag: "Tag",
};

export const timeNames: Readonly<Record<TimeKey, string>> = { first_seen: "First seen", seen: "Seen", unseen: "Not seen", changed: "Changed" };

export const columnNames: Readonly<Record<ColumnKey, string>> = {
  name: "Merchant",
  reference: "Reference",
  state: "State",
  country: "Country",
  group: "Group",
  products: "Products",
  tags: "Tags",
  number: "Company number",
  domain: "Domain",
  first_seen: "First seen",
  changed: "Changed",
  seen: "Seen",
};

/** A filter's value as people say it; `known` names categories, profiles and tags. */
export function valueLabel(key: FilterKey, value: string, known: Readonly<Record<string, string>>): string {
  if (key === "state") return standingLabel(value);
  if (key === "product") return inWords(value);
  if (key === "country") return countryName(value);
  return known[value] ?? value;
}

/** A span of days back from now: one in which something was, or in which it wasn't. */
export function daysLabel(key: TimeKey, days: number): string {
  const span = days === 1 ? "day" : `${days} days`;
  return key === "unseen" ? `for ${days === 1 ? "a day" : span}` : `in the last ${span}`;
}

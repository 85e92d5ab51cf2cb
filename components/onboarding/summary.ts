import { countryName } from "@/components/operation/country-name";
import { fieldLabel, inWords } from "./words";

/** Facts of an onboarding under one heading, ready to read. */
export interface SummaryGroup {
  readonly title: string | undefined;
  readonly items: readonly { readonly path: string; readonly term: string; readonly value: string }[];
}

/** What a part of an onboarding's body says, in words: its plain fields first, then each of its lists' entries. */
export function summaryOf(body: Readonly<Record<string, unknown>>, parts: readonly string[]): readonly SummaryGroup[] {
  const groups = parts.flatMap((part) => groupsOf(part, valueIn(body, part), undefined));
  // Plain fields of one step stand in one list.
  const plain = groups.filter(({ title }) => title === undefined).flatMap(({ items }) => items);
  return [...(plain.length > 0 ? [{ title: undefined, items: plain }] : []), ...groups.filter(({ title }) => title !== undefined)];
}

function groupsOf(path: string, value: unknown, title: string | undefined): readonly SummaryGroup[] {
  if (value === undefined) return [];
  if (isEntries(value))
    return value.flatMap((entry, index) => groupsOf(`${path}.${index}`, entry, path === "products" ? undefined : entryTitle(path, entry, index)));
  if (!isRecord(value)) return [{ title, items: [item(path, value)] }];
  const fields = Object.entries(value).map(([name, field]) => [`${path}.${name}`, field] as const);
  const items = fields.flatMap(([at, field]) => itemsOf(at, field));
  const lists = fields.flatMap(([at, field]) => (isEntries(field) && !at.endsWith("social_media_links") ? groupsOf(at, field, title) : []));
  return items.length > 0 ? [{ title, items }, ...lists] : lists;
}

function entryTitle(path: string, { given_name, family_name }: Readonly<Record<string, unknown>>, index: number): string {
  return [given_name, family_name].filter(Boolean).join(" ") || `${fieldLabel(path)} ${index + 1}`;
}

function itemsOf(path: string, value: unknown): SummaryGroup["items"] {
  // Every product is of this type, and every account of that.
  if (path.endsWith(".type") || path.endsWith(".bank_account_type")) return [];
  if (path.endsWith("address") && isRecord(value)) return [{ path, term: fieldLabel(path), value: addressLine(value) }];
  if (path.endsWith("social_media_links") && isEntries(value))
    return [{ path, term: fieldLabel(path), value: value.map((link) => Object.values(link).join(" ")).join(", ") }];
  if (isEntries(value)) return [];
  return isRecord(value) ? Object.entries(value).flatMap(([name, field]) => itemsOf(`${path}.${name}`, field)) : [item(path, value)];
}

function item(path: string, value: unknown): SummaryGroup["items"][number] {
  return { path, term: fieldLabel(path), value: inReadableForm(path, value) };
}

function inReadableForm(path: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (path.endsWith(".roles")) return (value as readonly string[]).map(inWords).join(", ") || "None yet";
  if (Array.isArray(value)) return value.join(", ");
  if (path.endsWith(".country")) return countryName(String(value));
  return path.endsWith(".business_entity_type") ? inWords(String(value)) : String(value);
}

function addressLine({ street_address, street_address2, postal_code, city, region, country }: Readonly<Record<string, unknown>>): string {
  const place = [postal_code, city].filter(Boolean).join(" ");
  return [street_address, street_address2, place, region, typeof country === "string" ? countryName(country) : undefined].filter(Boolean).join(", ");
}

function valueIn(body: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), body);
}

function isEntries(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

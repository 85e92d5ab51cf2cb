import { fileFields } from "@/lib/klarna/file/fields";
import { type Fields, idField, type PartResource, partResources, placeOf } from "@/lib/klarna/file/parts";

/** A field that the reference doesn't name, with its path in the part. */
export interface OtherField {
  readonly name: string;
  readonly value: string;
}

/** What Klarna's answer holds of a part beside the fields that the reference names, however deep: shown as it came, in the order it came. */
export function otherFields(resource: PartResource, fields: Fields): readonly OtherField[] {
  const known = knownPaths(resource);
  // The only type that there is says nothing.
  if (resource === "bankAccounts" && fields.bank_account_type === "IBAN") known.add("bank_account_type");
  return within(fields, "", known);
}

function within(fields: Fields, prefix: string, known: ReadonlySet<string>): readonly OtherField[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const path = name.replace(/\.\d+(?=\.|$)/g, ".*");
    if (value === null || value === undefined || known.has(path)) return [];
    const isParent = [...known].some((one) => one.startsWith(`${path}.`));
    return isParent && typeof value === "object" ? within(value as Fields, `${name}.`, known) : [{ name, value: asText(value) }];
  });
}

/** The paths of what a page shows of a part, by itself or as parts of their own. */
function knownPaths(resource: PartResource): Set<string> {
  const own = fileFields[resource].flatMap(({ name, kind }) => (kind === "links" ? [`${name}.*.provider`, `${name}.*.url`] : [name]));
  const place = placeOf(resource);
  const parts = partResources.map(placeOf).flatMap((other) => {
    const inside = other.length > place.length && place.every((name, index) => other[index] === name);
    return inside ? [other.slice(place.length).join(".")] : [];
  });
  return new Set([...own, ...parts, idField(resource) ?? "", ...(elsewhere[resource] ?? [])]);
}

/** What other places of the page show. */
const elsewhere: Partial<Record<PartResource, readonly string[]>> = {
  accounts: ["account_id", "account_group_reference", "account_group_id", "state", "state_reason", "products"],
  websites: ["channel_collection_reference"],
};

function asText(value: unknown): string {
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 2_000);
}

import { fileFields } from "@/lib/klarna/file/fields";
import { type Fields, idField, type PartResource } from "@/lib/klarna/file/parts";

/** What Klarna's answer holds of a part beside the fields that the reference names: shown as it came, in the order it came. */
export function otherFields(resource: PartResource, fields: Fields): readonly { readonly name: string; readonly value: string }[] {
  // An account is read whole: what isn't the account's own has its sections.
  if (resource === "accounts") return [];
  const known = new Set([
    ...fileFields[resource].map(({ name }) => name.split(".")[0]),
    idField(resource),
    "bank_account_type",
    "bank_accounts",
    "channel_collection_reference",
  ]);
  return Object.entries(fields).flatMap(([name, value]) => (known.has(name) || value === null || value === undefined ? [] : [{ name, value: asText(value) }]));
}

function asText(value: unknown): string {
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 2_000);
}

import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { currentValue } from "@/lib/klarna/file/contract";
import { fileFields } from "@/lib/klarna/file/fields";
import type { PartResource } from "@/lib/klarna/file/parts";
import { canonical, type Written } from "@/lib/klarna/file/values";

import { freshItems } from "./fresh-part";

/** What makes two of a kind the same one; of people only their whole data do. */
const identity: Partial<Record<PartResource, readonly string[]>> = { bankAccounts: ["iban"] };

/** Whether Klarna has one like this already, as of this moment. */
export async function alreadyThere(
  place: { readonly environment: Environment; readonly accountId: string },
  resource: PartResource,
  to: Readonly<Record<string, Written>>,
): Promise<boolean> {
  const rows = fileFields[resource].filter(({ name }) => identity[resource]?.includes(name) ?? true);
  const items = await freshItems(place, resource);
  return items.some(({ fields }) => rows.every((row) => currentValue(row, fields) === canonical(to[row.name])));
}

import "server-only";
import type { Stamps } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { currentValue, partSchema } from "@/lib/klarna/file/contract";
import { type FieldRow, fileFields } from "@/lib/klarna/file/fields";
import { type Fields, idField, itemsIn, type PartResource, partIn, partKey, partResources } from "@/lib/klarna/file/parts";
import { maskedFields } from "@/lib/klarna/sensitive";

import { keyedHash } from "../crypto";

/** The digests of every masked field of a file, by part and field: what a person never sees can be compared by them. */
export function fileStamps(environment: Environment, accountId: string, account: unknown): Readonly<Record<string, Stamps>> {
  const parts = maskedResources.flatMap((resource) => {
    if (idField(resource) !== undefined) return itemsIn(account, resource).map(({ id, fields }) => ({ key: partKey({ resource, id }), resource, fields }));
    const fields = partIn(account, { resource });
    return fields ? [{ key: partKey({ resource }), resource, fields }] : [];
  });
  return Object.fromEntries(parts.map(({ key, resource, fields }) => [key, stampsOf({ environment, accountId, key, resource, fields })]));
}

interface Stamped {
  readonly environment: Environment;
  readonly accountId: string;
  readonly key: string;
  readonly resource: PartResource;
  readonly fields: Fields;
}

/** The digests of one part's masked fields. */
function stampsOf({ environment, accountId, key, resource, fields }: Stamped): Stamps {
  return Object.fromEntries(maskedRows(resource).map((row) => [row.name, stampOf([environment, accountId, key, row.name], currentValue(row, fields))]));
}

/** Bound to its place: the same date of birth of two people has two digests. */
export function stampOf(place: readonly string[], value: string): string {
  return keyedHash("stamp", JSON.stringify([...place, value]))
    .toString("base64url")
    .slice(0, 22);
}

/** The fields of a resource that nobody is shown whole. */
export function maskedRows(resource: PartResource): readonly FieldRow[] {
  const names = maskedNames.get(resource) ?? [];
  return fileFields[resource].filter(({ name }) => names.includes(name));
}

const maskedNames: ReadonlyMap<PartResource, readonly string[]> = new Map(partResources.map((resource) => [resource, maskedFields(partSchema(resource))]));
const maskedResources = partResources.filter((resource) => maskedRows(resource).length > 0);

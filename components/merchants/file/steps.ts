import type { EditContent, EditedPart, PartChange } from "@/lib/desk/file";
import { type FieldRow, fieldRow, fileFields } from "@/lib/klarna/file/fields";
import { type Part, type PartResource, partKey, partOf } from "@/lib/klarna/file/parts";
import { changedRows, type Values, writtenValue } from "@/lib/klarna/file/values";

/** One operation of an edit, as it will be sent. */
export interface Step {
  readonly key: string;
  readonly part: Part;
  readonly edited: EditedPart;
  /** The fields that it changes. */
  readonly rows: readonly FieldRow[];
}

// The account's own change comes last: Klarna sets the account up anew after it, and takes nothing else meanwhile.
const order: readonly PartResource[] = [
  "businessInformation",
  "accountInformation",
  "stakeholders",
  "settlementInformation",
  "bankAccounts",
  "collections",
  "websites",
  "accounts",
];

/** What an edit comes to, in the order in which it is sent. Parts that are as they were are left out. */
export function stepsOf({ parts }: EditContent): readonly Step[] {
  const steps = Object.entries(parts).flatMap(([key, edited]): Step | readonly Step[] => {
    const part = partOf(key);
    return (part && stepOf(part, edited)) ?? [];
  });
  return steps.sort((one, other) => order.indexOf(one.part.resource) - order.indexOf(other.part.resource));
}

/** What one part of an edit comes to; undefined when it is as it was. */
export function stepOf(part: Part, edited: EditedPart): Step | undefined {
  const key = partKey(part);
  if (edited.act === "delete") return { key, part, edited, rows: [] };
  const rows = edited.act === "create" ? filledRows(part.resource, edited.values) : changedRows(part.resource, edited.start, edited.values);
  return rows.length > 0 ? { key, part, edited, rows } : undefined;
}

/** What the desk is asked for a step. */
export function requestOf({ part: { resource, id }, edited: { act, round, start, stamps, values }, rows }: Step): PartChange {
  const written = (names: readonly string[], from: Values) =>
    names.flatMap((name) => {
      const row = fieldRow(resource, name);
      return row ? [[name, writtenValue(row, from[name])] as const] : [];
    });
  const all = fileFields[resource].map(({ name }) => name);
  return {
    resource,
    id,
    act,
    round,
    stamps,
    start: Object.fromEntries(written(all, start).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    to: Object.fromEntries(
      written(
        rows.map(({ name }) => name),
        values,
      ).map(([name, value]) => [name, value ?? null]),
    ),
  };
}

function filledRows(resource: PartResource, values: Values): readonly FieldRow[] {
  return fileFields[resource].filter((row) => {
    const written = writtenValue(row, values[row.name]);
    return Array.isArray(written) ? written.length > 0 : written !== undefined;
  });
}

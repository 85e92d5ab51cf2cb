import "server-only";
import type { Conflict, PartChange } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { currentValue, partSchema } from "@/lib/klarna/file/contract";
import { type FieldRow, fileFields } from "@/lib/klarna/file/fields";
import { at, type Fields, partKey } from "@/lib/klarna/file/parts";
import { canonical, inputValue, type Written } from "@/lib/klarna/file/values";
import type { Role } from "@/lib/klarna/permissions";
import { present } from "@/lib/klarna/sensitive";

import { sees } from "./read-file";
import { maskedRows, stampOf } from "./stamps";

export interface Compared {
  /** What is left to be sent: the fields that aren't as wanted yet. */
  readonly to: Readonly<Record<string, Written>>;
  /** The fields that the person changed and somebody else too, to something else. */
  readonly conflicts: readonly Conflict[];
  /** The fields that only somebody else changed. */
  readonly merged: readonly string[];
}

/**
 * Holds what a person started from, and what they want, against what stands at Klarna now. Masked fields are compared by their digests: whoever hasn't got the
 * one that stands isn't told whether a value is right, else it could be guessed. `ours` are changes that this very edit sent before, whose author knows the value.
 */
export function compare(
  role: Role,
  place: { readonly environment: Environment; readonly accountId: string },
  change: PartChange,
  current: Fields,
  ours: boolean,
): Compared {
  const { resource, id, start, stamps, to: wanted } = change;
  const masked = new Set(maskedRows(resource));
  const stamp = (row: FieldRow) => stampOf([place.environment, place.accountId, partKey({ resource, id }), row.name], currentValue(row, current));
  const shown = present(partSchema(resource), current, (name) => sees(role, name));
  const to: Record<string, Written> = {};
  const conflicts: Conflict[] = [];
  const merged: string[] = [];
  for (const row of fileFields[resource]) {
    const now = currentValue(row, current);
    const untouched = masked.has(row) ? stamps[row.name] === stamp(row) : canonical(start[row.name] ?? undefined) === now;
    if (!Object.hasOwn(wanted, row.name)) {
      if (!untouched) merged.push(row.name);
      continue;
    }
    const mine = wanted[row.name] ?? undefined;
    const mayTell = !masked.has(row) || untouched || ours;
    if (mayTell && canonical(mine) === now) continue;
    if (untouched) to[row.name] = mine;
    else conflicts.push({ name: row.name, theirs: inputValue(row, at(shown, row.name.split("."))), ...(masked.has(row) && { stamp: stamp(row) }) });
  }
  return { to, conflicts, merged };
}

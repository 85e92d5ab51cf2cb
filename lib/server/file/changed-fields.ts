import "server-only";
import { currentValue, partSchema } from "@/lib/klarna/file/contract";
import { fileFields } from "@/lib/klarna/file/fields";
import { at, type Fields, type PartResource } from "@/lib/klarna/file/parts";
import { redact } from "@/lib/klarna/sensitive";

import type { ChangedField } from "../operations/record";

/** What a body changes of a part, field by field, with everything marked hidden. For a part that goes the body is empty. */
export function changedFields(resource: PartResource, before: Fields, body: Fields): readonly ChangedField[] {
  const after = Object.keys(body).length > 0 ? { ...before, ...body } : {};
  const [shownBefore, shownAfter] = [redact(partSchema(resource), before), redact(partSchema(resource), after)];
  const rows = fileFields[resource].filter((row) => currentValue(row, before) !== currentValue(row, after));
  return rows.map(({ name }) => ({ field: name, before: shown(shownBefore, name), after: shown(shownAfter, name) }));
}

/** Where a whole object is hidden, so is each of its fields. */
function shown(redacted: unknown, name: string): unknown {
  const path = name.split(".");
  const value = at(redacted, path);
  if (value !== undefined && value !== null) return value;
  const top = at(redacted, path.slice(0, 1));
  return typeof top === "string" ? top : null;
}

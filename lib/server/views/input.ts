import "server-only";
import { z } from "zod";

import { fromSearch, toSearch } from "@/lib/desk/directory";
import { columnsIn, writeColumns } from "@/lib/desk/view";
import { environments } from "@/lib/klarna/environment";

const environment = z.enum(environments);
const id = z.uuid("isn't a view's id").toLowerCase();
const name = z
  .string()
  .transform((text) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim())
  .refine((text) => text !== "", "Give the view a name")
  .refine((text) => [...text].length <= 60, "At most 60 characters");
// Kept as the desk writes it: what it doesn't understand, and what may be somebody's own, is left out.
const search = z
  .string()
  .max(8_000, "This view has too many filters to be kept")
  .transform((given) => {
    const asked = new URLSearchParams(given);
    const kept = toSearch(fromSearch(asked));
    writeColumns(columnsIn(asked), kept);
    return kept.toString();
  });

export const viewsInput = z.strictObject({ environment });
export const newView = z.strictObject({ environment, name, search, shared: z.boolean() });
export const viewAddress = z.strictObject({ environment, id });
export const changedView = newView.extend({ id });
export const defaultInput = z.strictObject({ environment, id: id.nullable(), for: z.enum(["me", "team"]) });

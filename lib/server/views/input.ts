import "server-only";
import { z } from "zod";

import { fromSearch, toSearch } from "@/lib/desk/directory";
import { columnsIn, writeColumns } from "@/lib/desk/view";
import { environments } from "@/lib/klarna/environment";

import { givenName } from "../given-name";

const environment = z.enum(environments);
const id = z.uuid("isn't a view's id").toLowerCase();
const name = givenName(60, "Give the view a name");
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

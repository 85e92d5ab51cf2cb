import "server-only";
import { z } from "zod";

import { environments } from "@/lib/klarna/environment";

export const environmentInput = z.enum(environments);

/** How a request names a draft. */
export const draftAddress = z.strictObject({ environment: environmentInput, id: z.uuid("isn't a draft's id").toLowerCase() });

/** What it saves: any form, of less than half a megabyte. */
export const draftContent = {
  title: z.string().max(255),
  content: z.unknown().refine(fits, "is too large to be kept, or too deeply nested"),
};

/** A part of a table's rows. */
export const draftRows = z.strictObject({ environment: environmentInput, rows: z.array(z.strictObject(draftContent)).min(1).max(20) });

function fits(content: unknown): boolean {
  try {
    return (JSON.stringify(content) ?? "").length < 500_000;
  } catch {
    return false;
  }
}

import "server-only";
import { z } from "zod";

import { type DirectoryQuery, filterKeys, longestText, mostValues, sortKeys, timeKeys } from "@/lib/desk/directory";
import { environments } from "@/lib/klarna/environment";

const values = z.array(z.string().max(longestText)).max(mostValues);
const days = z.number().int().min(1).max(9_999);

const asked: z.ZodType<DirectoryQuery> = z.strictObject({
  text: z.string().max(longestText, `Search for at most ${longestText} characters`),
  filters: z.partialRecord(z.enum(filterKeys), values),
  days: z.partialRecord(z.enum(timeKeys), days),
  sort: z.strictObject({ key: z.enum(sortKeys), descending: z.boolean() }).optional(),
  accounts: z.array(z.string().max(200)).max(1_000, "At most 1,000 merchants at once").optional(),
});

/** A question to the directory. It travels in a body: what is searched for may be somebody's account number, and addresses are logged. */
export const directoryInput = z.strictObject({ environment: z.enum(environments), asked });

/** The same for one page of the answer. */
export const pageInput = directoryInput.extend({ after: z.string().max(6_000).optional(), limit: z.number().int().min(1).max(100).optional() });

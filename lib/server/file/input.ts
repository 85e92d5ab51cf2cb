import "server-only";
import { z } from "zod";

import type { Act } from "@/lib/desk/file";
import { fieldRow } from "@/lib/klarna/file/fields";
import { idField, type PartResource, partOf, partResources } from "@/lib/klarna/file/parts";
import { checkPathParam } from "@/lib/klarna/identifier";

import { merchantAddress } from "../merchants/address";

/** As long as a web address may be, and as many as a list may have. */
const [longest, most] = [2_083, 200];
const short = z.string().max(longest);
const link = z.strictObject({ provider: short.optional(), url: short.optional() });
const written = z.union([short, z.boolean(), z.array(short).max(most), z.array(link).max(most)]);
const stamp = z.string().max(64);
const counted = z.int().min(0).max(100_000);
const act = z.enum(["update", "create", "delete"]);
const resource = z.enum(partResources as readonly [PartResource, ...PartResource[]]);

/** Which one, where there are several: by Klarna's id, or for a new one by a name of ours. */
function namesOne({ resource, id, act }: { readonly resource: PartResource; readonly id?: string | undefined; readonly act?: Act }): boolean {
  const name = idField(resource);
  if (name === undefined || id === undefined) return name === undefined && id === undefined;
  return act === "create" ? /^new-[\w-]{1,64}$/.test(id) : checkPathParam(name, id) === undefined;
}
const oneOfThem = { path: ["id"], message: "Say which one, by its identifier, where there are several" };

/** A part to be sent: what it was and what it is to be, by fields that it has. */
export const partChangeInput = merchantAddress
  .extend({
    resource,
    id: z.string().max(255).optional(),
    act,
    round: counted,
    start: z.record(short, written),
    stamps: z.record(short, stamp),
    to: z.record(short, written.nullable()),
  })
  .refine(namesOne, oneOfThem)
  .superRefine(({ resource, start, stamps, to }, context) => {
    for (const [path, given] of Object.entries({ start, stamps, to }))
      if (!Object.keys(given).every((name) => fieldRow(resource, name)))
        context.addIssue({ code: "custom", path: [path], message: "This part has no such field" });
  });

// A list of addresses is typed as one text, one a line.
const typed = z.string().max(most * (longest + 1));
const value = z.union([typed, z.array(short).max(most), z.array(z.strictObject({ provider: short, url: short })).max(most)]);
const values = z.record(short, value);
const editedPart = z.strictObject({ act, round: counted, start: values, stamps: z.record(short, stamp), values });

const key = z.string().refine((given) => partOf(given) !== undefined, "A merchant's file has no such part");

/** What is typed and not sent, by parts. */
export const editInput = merchantAddress.extend({
  version: counted,
  content: z.strictObject({ parts: z.record(key, editedPart), rounds: z.record(key, counted) }),
});

/** What is typed to be forgotten, as of a version of it. In an address everything is text. */
export const dropInput = merchantAddress.extend({
  version: z
    .string()
    .regex(/^\d{1,9}$/, "Say which version: a whole number")
    .transform(Number),
});

/** A field to be shown whole, and why. */
export const revealInput = merchantAddress
  .extend({
    resource,
    id: z.string().max(255).optional(),
    field: short,
    reason: z.string().trim().min(5, "Say in a few words why you need it: it is kept in the audit log").max(200, "At most 200 characters"),
  })
  .refine(namesOne, oneOfThem);

import { z } from "zod";

import { lenientList } from "../lenient";
import { resource } from "../operation";
import { sensitive } from "../sensitive";

const signingKey = z.looseObject({ signing_key_id: z.string(), created_at: z.string().nullish() });

// Shown in this answer and never again. Optional, so that an answer in other words is still known to have made a key.
const createdSigningKey = signingKey.extend({ signing_key: z.string().min(1).register(sensitive, { class: "secret", shown: "clear" }).nullish() });

const all = "/v2/notification/signing-keys";
const one = `${all}/{signing_key_id}` as const;

/** The keys that Klarna signs webhooks with. */
export const signingKeys = resource("signingKeys", {
  create: { method: "POST", path: all, permission: "webhooks:write", danger: "secret", output: createdSigningKey },
  list: { method: "GET", path: all, permission: "webhooks:read", output: listed("signing_keys", signingKey) },
  delete: { method: "DELETE", path: one, permission: "webhooks:write", danger: "confirm", output: z.void() },
});

/** A list under its name or bare: which of the two Klarna answers with isn't known of all its lists. */
export function listed<Name extends string, Item extends z.ZodType>(name: Name, item: Item) {
  const named = z.looseObject({ [name]: lenientList(item) } as { readonly [Key in Name]: ReturnType<typeof lenientList<Item>> });
  return z.preprocess((given) => (Array.isArray(given) ? { [name]: given } : given), named);
}

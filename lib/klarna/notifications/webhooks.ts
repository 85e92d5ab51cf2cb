import { z } from "zod";

import { identifier } from "../identifier";
import { openEnum } from "../lenient";
import { resource } from "../operation";
import { list, patch, strict } from "../strict";
import { checked, choice, text } from "../text";
import { listed } from "./signing-keys";

const statuses = ["ENABLED", "DISABLED"] as const;

const fields = {
  url: checked((value) => (URL.canParse(value) && value.length <= 2_083 ? undefined : "Write a whole address: https://…")),
  event_types: list(checked((value) => (/^[a-z0-9*._-]{1,255}$/.test(value) ? undefined : "An event's type has letters, digits, dots and hyphens"))).refine(
    (types) => new Set(types).size === types.length,
    "Name each type once",
  ),
  event_version: text(),
  signing_key_id: identifier(),
};

const webhook = z.looseObject({
  webhook_id: z.string(),
  url: z.string().nullish(),
  event_types: z.array(z.string()).nullish().catch(null),
  event_version: z.string().nullish(),
  signing_key_id: z.string().nullish(),
  status: openEnum(statuses).nullish(),
  created_at: z.string().nullish(),
});

const all = "/v2/notification/webhooks";
const one = `${all}/{webhook_id}` as const;

/** Where Klarna sends its webhooks. */
export const notificationWebhooks = resource("notificationWebhooks", {
  create: { method: "POST", path: all, permission: "webhooks:write", body: strict({ ...fields, status: choice(statuses) }), output: webhook },
  list: { method: "GET", path: all, permission: "webhooks:read", output: listed("webhooks", webhook) },
  update: {
    method: "PATCH",
    path: one,
    permission: "webhooks:write",
    body: patch({ ...partial(fields), status: choice(statuses).optional() }),
    output: webhook,
  },
  delete: { method: "DELETE", path: one, permission: "webhooks:write", danger: "confirm", output: z.void() },
  /** Sends a made-up event of this type to the webhook. */
  simulate: {
    method: "POST",
    path: `${one}/simulate`,
    permission: "webhooks:write",
    body: strict({ event_type: text(), event_version: text() }),
    output: z.unknown(),
  },
});

function partial<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field.optional()])) as { [Name in keyof Shape]: z.ZodOptional<Shape[Name]> };
}

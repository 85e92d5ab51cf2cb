import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { at, bytes, environment } from "./columns";
import { people } from "./people";

/** Deliveries that were refused. Nothing in them is believed, so of what they said only a key's id is kept; bounded in rate and number. */
export const webhookRefusals = pgTable(
  "webhook_refusals",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    receivedAt: at("received_at").notNull().defaultNow(),
    reason: text().notNull(),
    signingKeyId: text("signing_key_id"),
    /** How long the body was, and its SHA-256; null when it wasn't read to its end. */
    length: integer(),
    digest: bytes(),
    /** How many more came since the row before this one, and got no row. */
    more: integer().notNull().default(0),
  },
  (table) => [index("webhook_refusals_recent").on(table.environment, table.receivedAt, table.id)],
);

/** Signing keys that the desk made at Klarna or was told; those in the settings stand beside them. `secret` is encrypted, and gone once the key is retired. */
export const webhookKeys = pgTable(
  "webhook_keys",
  {
    environment: environment(),
    keyId: text("key_id").notNull(),
    secret: bytes(),
    source: text().$type<"made" | "typed">().notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Since when another key signs in its place, and whose doing that was: in their name it is retired once it is idle. */
    supersededAt: at("superseded_at"),
    supersededBy: uuid("superseded_by").references(() => people.id),
    retiredAt: at("retired_at"),
  },
  (table) => [primaryKey({ columns: [table.environment, table.keyId] })],
);

/** After how many hours without a webhook an environment counts as silent; where there is no row, after the default. */
export const webhookWatches = pgTable("webhook_watches", {
  environment: environment().primaryKey(),
  quietHours: integer("quiet_hours").notNull(),
});

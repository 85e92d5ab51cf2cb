import { bigint, pgTable, uuid } from "drizzle-orm/pg-core";

import { at, bytes } from "./columns";
import { people } from "./people";

/** A person's authenticator app. `secret` is sealed; without `confirmedAt` no code of it was seen yet, so it isn't asked for. */
export const secondFactors = pgTable("second_factors", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id),
  secret: bytes().notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  confirmedAt: at("confirmed_at"),
  /** The time step of the latest code that was accepted: it and those before it aren't accepted again. */
  lastStep: bigint("last_step", { mode: "number" }),
});

/** Codes for whoever has lost the app, by a keyed hash: each works once. */
export const recoveryCodes = pgTable("recovery_codes", {
  codeHash: bytes("code_hash").primaryKey(),
  personId: uuid("person_id")
    .notNull()
    .references(() => people.id),
  usedAt: at("used_at"),
});

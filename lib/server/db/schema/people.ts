import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

import type { SignInMethod } from "@/lib/desk/team";
import type { Role } from "@/lib/klarna/permissions";

import { at, bytes } from "./columns";

/** Who may sign in. `email` is kept in lower case; `passwordHash` is scrypt with its own salt and cost. */
export const people = pgTable("people", {
  id: uuid().primaryKey().defaultRandom(),
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text().$type<Role>().notNull(),
  passwordHash: text("password_hash"),
  createdAt: at("created_at").notNull().defaultNow(),
  disabledAt: at("disabled_at"),
});

/** One signed-in browser. The cookie carries nothing but `id`; ending the row ends the session at the next request. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    seenAt: at("seen_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    endReason: text("end_reason"),
    device: text().notNull().default(""),
    method: text().$type<SignInMethod>().notNull().default("password"),
    /** When the person behind it last proved who they are; sensitive acts want that to be recent. */
    provedAt: at("proved_at"),
  },
  (table) => [index("sessions_of_person").on(table.personId)],
);

/** A link to set a password, by the SHA-256 of its token: the token itself is only in the link. */
export const oneTimeLinks = pgTable("one_time_links", {
  tokenHash: bytes("token_hash").primaryKey(),
  personId: uuid("person_id")
    .notNull()
    .references(() => people.id),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
});

/** Failed attempts by bucket (a keyed hash of account, address or device), for the sign-in throttle. */
export const throttles = pgTable("throttles", {
  bucket: bytes().primaryKey(),
  failures: integer().notNull(),
  windowEnds: at("window_ends").notNull(),
});

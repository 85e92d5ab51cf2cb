import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";

import { at, bytes, environment } from "./columns";
import { people } from "./people";

/** What somebody has changed on a merchant's page and not sent yet. `content` is encrypted, and gone once it was sent or given up. */
export const edits = pgTable(
  "edits",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    accountId: text("account_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    content: bytes().notNull(),
    version: integer().notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [unique("edits_one_each").on(table.environment, table.accountId, table.personId)],
);

/** Who is writing to an account at this moment, so that re-reading, comparing and sending are one step for all of the desk's processes. */
export const merchantLeases = pgTable(
  "merchant_leases",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    holder: uuid().notNull(),
    until: at("until").notNull(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.accountId] })],
);

/** What people wrote about a merchant. `body` is encrypted: anything may be in it. */
export const notes = pgTable(
  "notes",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    accountId: text("account_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    body: bytes().notNull(),
    /** The number that another system knows the matter by. */
    ticket: text(),
    pinnedAt: at("pinned_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    editedAt: at("edited_at"),
  },
  (table) => [index("notes_of_account").on(table.environment, table.accountId, table.createdAt)],
);

/** Whom a note names. */
export const noteMentions = pgTable(
  "note_mentions",
  {
    noteId: uuid("note_id")
      .notNull()
      .references(() => notes.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.personId] }), index("note_mentions_of_person").on(table.personId)],
);

/** Who works on a merchant now. It is advice to the others and stops nobody. */
export const merchantClaims = pgTable(
  "merchant_claims",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    claimedAt: at("claimed_at").notNull().defaultNow(),
    until: at("until").notNull(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.accountId] })],
);

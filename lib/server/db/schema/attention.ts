import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { at, environment } from "./columns";
import { people } from "./people";

/** What somebody should look at: one row for each thing that a rule found, until it is so no longer. */
export const attention = pgTable(
  "attention",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    accountId: text("account_id").notNull(),
    rule: text().notNull(),
    /** Which one, where a merchant can have several of a kind: an operation's id, a product's, a note's. */
    subject: text().notNull().default(""),
    /** Names, codes and times that the reason's sentence is made of; never anything personal. */
    facts: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    /** Who takes care of it. */
    personId: uuid("person_id").references(() => people.id),
    dueAt: at("due_at").notNull(),
    snoozedUntil: at("snoozed_until"),
    openedAt: at("opened_at").notNull().defaultNow(),
    /** Since when a person says that it is dealt with; it comes back only when it stopped being so and began anew. */
    doneAt: at("done_at"),
    doneBy: uuid("done_by").references(() => people.id),
    /** Since when it is so no longer. */
    closedAt: at("closed_at"),
  },
  (table) => [
    uniqueIndex("attention_once").on(table.environment, table.accountId, table.rule, table.subject).where(sql`closed_at IS NULL`),
    index("attention_open").on(table.environment, table.openedAt).where(sql`closed_at IS NULL AND done_at IS NULL`),
    index("attention_due").on(table.dueAt, table.id).where(sql`closed_at IS NULL AND done_at IS NULL`),
    index("attention_of_account").on(table.environment, table.accountId),
  ],
);

/** When a rule was last looked by, and how many more it would have found than stand open. */
export const attentionLooks = pgTable(
  "attention_looks",
  {
    environment: environment(),
    rule: text().notNull(),
    lookedAt: at("looked_at").notNull(),
    more: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.rule] })],
);

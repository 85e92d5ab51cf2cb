import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { at, environment } from "./columns";

/** Merchants whose traces were erased: nothing about them is taken in again (a trigger holds it) until somebody wishes it. */
export const erasedMerchants = pgTable(
  "erased_merchants",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    erasedAt: at("erased_at").notNull().defaultNow(),
    personId: uuid("person_id").notNull(),
    /** When the last of it was gone. */
    doneAt: at("done_at"),
  },
  (table) => [primaryKey({ columns: [table.environment, table.accountId] })],
);

/** What was removed because its time was over, by kind; one row a run. */
export const keepingRuns = pgTable("keeping_runs", {
  at: at("at").primaryKey().defaultNow(),
  removed: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
});

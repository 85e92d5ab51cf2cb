import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import type { Budget } from "../../klarna/budget";
import { environment } from "./columns";

/** How processes divide one category of Klarna's rate among them. `version` rises with each writing: who read an older one writes nothing. */
export const rateBudgets = pgTable(
  "rate_budgets",
  {
    environment: environment(),
    lane: text().notNull(),
    budget: jsonb().$type<Budget>().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.environment, table.lane] })],
);

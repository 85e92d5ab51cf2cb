import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { ImportFault } from "@/lib/desk/import";

import { at, environment } from "./columns";
import { people } from "./people";

/** A list of account ids that somebody brought. How it stands is its job's state, under the same id. */
export const imports = pgTable(
  "imports",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    /** Nobody, when it was brought from the command line. */
    personId: uuid("person_id").references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Ids that weren't taken in, since the desk knew them. */
    known: integer().notNull(),
    finishedAt: at("finished_at"),
    cancelledAt: at("cancelled_at"),
  },
  (table) => [index("imports_latest").on(table.environment, table.createdAt)],
);

/** One line of it that had something to say. What isn't an id is not kept, only where it stood. */
export const importRows = pgTable(
  "import_rows",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    line: integer().notNull(),
    accountId: text("account_id"),
    /** `waiting`, `reading` (by the run with this fence), `read`, or `failed` for good. */
    state: text().notNull(),
    fence: integer().notNull().default(0),
    tries: integer().notNull().default(0),
    dueAt: at("due_at").notNull().defaultNow(),
    /** Why it failed: a fault of the line, or the code of Klarna's refusal. */
    fault: text().$type<ImportFault | (string & {})>(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.line] }),
    uniqueIndex("import_rows_once").on(table.importId, table.accountId),
    index("import_rows_by_state").on(table.importId, table.state, table.line),
    index("import_rows_open").on(table.importId, table.line).where(sql`state IN ('waiting', 'reading')`),
  ],
);

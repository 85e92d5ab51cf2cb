import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { at, environment } from "./columns";

/** One night's re-reading of an environment: of every account that nobody has seen since `night`, the moment it was due. */
export const sweeps = pgTable(
  "sweeps",
  {
    environment: environment(),
    night: at("night").notNull(),
    beganAt: at("began_at").notNull().defaultNow(),
    finishedAt: at("finished_at"),
    /** How many accounts were to be read when it began. */
    total: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.night] })],
);

/** What a sweep couldn't read, so that it doesn't try for ever. */
export const sweepMisses = pgTable(
  "sweep_misses",
  {
    environment: environment(),
    night: at("night").notNull(),
    accountId: text("account_id").notNull(),
    tries: integer().notNull().default(1),
    dueAt: at("due_at").notNull().defaultNow(),
    /** Null while it is to be tried again. */
    code: text(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.night, table.accountId] }), index("sweep_misses_by_night").on(table.night)],
);

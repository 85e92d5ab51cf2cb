import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { RunAct, RunGiven, RunRowState } from "@/lib/desk/run";

import { at, bytes, environment } from "./columns";
import { people } from "./people";

/** Something that is done to many merchants, one after another. How it stands follows from its times; what became of each merchant is in its rows. */
export const runs = pgTable(
  "runs",
  {
    /** Issued by the check that came before it: however often it is asked for, it is made once. */
    id: uuid().primaryKey(),
    environment: environment(),
    act: text().$type<RunAct>().notNull(),
    /** What exactly, in codes and ids. */
    given: jsonb().$type<RunGiven>().notNull(),
    /** What somebody typed about it, sealed. */
    details: bytes(),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => people.id),
    /** In whose name it is done: who made it, or who went on with it last. Whether they may is asked again at each merchant. */
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    startsAt: at("starts_at").notNull().defaultNow(),
    /** The time zone that it was scheduled in; null where it was to begin at once. */
    zone: text(),
    /** When it was last begun, gone on with or tried again: what hands did before then says nothing about now. */
    wentOnAt: at("went_on_at").notNull().defaultNow(),
    /** When workers were last asked for. */
    calledAt: at("called_at"),
    pausedAt: at("paused_at"),
    /** Why it stopped as a whole. */
    stopped: text(),
    cancelledAt: at("cancelled_at"),
    finishedAt: at("finished_at"),
  },
  (table) => [
    index("runs_latest").on(table.environment, table.createdAt, table.id),
    index("runs_open").on(table.startsAt).where(sql`finished_at IS NULL AND cancelled_at IS NULL`),
  ],
);

/** One merchant of a run, and what became of it. */
export const runRows = pgTable(
  "run_rows",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    line: integer().notNull(),
    accountId: text("account_id").notNull(),
    state: text().$type<RunRowState>().notNull().default("waiting"),
    /** Who has taken it, until when: then it is anybody's again. */
    holder: uuid(),
    leaseUntil: at("lease_until"),
    /** How often it was taken: the first time nothing can have been sent. */
    takes: integer().notNull().default(0),
    tries: integer().notNull().default(0),
    dueAt: at("due_at").notNull().defaultNow(),
    /** The attempts whose outcome nobody knows, while it is unclear. */
    attempts: uuid().array(),
    /** The code of Klarna's refusal, or of ours. */
    code: text(),
    /** Klarna's own words, or why nothing was sent, sealed: they may quote what somebody typed. */
    said: bytes(),
    errorId: text("error_id"),
    settledAt: at("settled_at"),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.line] }),
    uniqueIndex("run_rows_once").on(table.runId, table.accountId),
    index("run_rows_by_state").on(table.runId, table.state, table.line),
    index("run_rows_open").on(table.runId, table.line).where(sql`state IN ('waiting', 'taken')`),
    index("run_rows_unclear").on(table.runId, table.line).where(sql`state = 'unclear'`),
    index("run_rows_of_account").on(table.accountId),
  ],
);

/** When a product of an account may be changed next: Klarna takes one update an account and second, whoever sends it. */
export const updatePaces = pgTable(
  "update_paces",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    latest: at("latest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.accountId] }), index("update_paces_old").on(table.latest)],
);

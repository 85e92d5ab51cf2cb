import { bigserial, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import type { Finding, Verdict } from "@/lib/desk/operation";

import { at, bytes } from "./columns";
import { operationRows } from "./operations";
import { people } from "./people";

const operation = () =>
  uuid("operation_id")
    .notNull()
    .references(() => operationRows.id, { onDelete: "cascade" });

/** What Klarna showed when the desk looked whether a change of unknown outcome was done: names of fields, never their values. */
export const operationLooks = pgTable(
  "operation_looks",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    operationId: operation(),
    at: at("at").notNull().defaultNow(),
    finding: text().$type<Finding>().notNull(),
    fields: jsonb().$type<readonly string[]>().notNull().default([]),
    code: text(),
    errorId: text("error_id"),
  },
  (table) => [index("operation_looks_of").on(table.operationId, table.id)],
);

/** What a person said of an operation that nobody else could settle, and how they know. Their own words are encrypted. */
export const operationDecisions = pgTable(
  "operation_decisions",
  {
    id: uuid().primaryKey(),
    operationId: operation(),
    at: at("at").notNull().defaultNow(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    verdict: text().$type<Verdict>().notNull(),
    source: text().notNull(),
    note: bytes(),
  },
  (table) => [index("operation_decisions_of").on(table.operationId)],
);

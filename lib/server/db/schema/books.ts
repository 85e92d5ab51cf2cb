import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { EntryLine } from "@/lib/desk/books/entry";
import type { BookStyle, PayableKind } from "@/lib/desk/books/month";
import type { Accounts } from "@/lib/desk/books/slots";

import { at, environment } from "./columns";
import { people } from "./people";

/** The accounts of finance's own books, as finance calls them. */
export const bookAccounts = pgTable("book_accounts", { environment: environment().primaryKey(), accounts: jsonb().$type<Accounts>().notNull() });

/** Months that something was exported of or that were locked. Whoever changes what is exported of a month holds its row meanwhile. */
export const bookMonths = pgTable(
  "book_months",
  {
    environment: environment(),
    /** `2026-10`, in UTC. */
    month: text().notNull(),
    lockedAt: at("locked_at"),
    lockedBy: uuid("locked_by").references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.environment, table.month] })],
);

/** What was taken to the books at once, with the accounts as they were then. */
export const bookExports = pgTable(
  "book_exports",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    month: text().notNull(),
    style: text().$type<BookStyle>().notNull(),
    accounts: jsonb().$type<Accounts>().notNull(),
    /** What was looked at: by it, somebody who asks again because no answer came gets this one. */
    seen: text().notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    takenBackAt: at("taken_back_at"),
    takenBackBy: uuid("taken_back_by").references(() => people.id),
  },
  (table) => [
    index("book_exports_of_month").on(table.environment, table.month, table.createdAt),
    foreignKey({ name: "book_exports_of_a_month", columns: [table.environment, table.month], foreignColumns: [bookMonths.environment, bookMonths.month] }),
  ],
);

/** The entries of an export, as they were exported. Nothing is in two exports, unless one was taken back; nor is what both of Klarna's APIs name alike. */
export const bookEntries = pgTable(
  "book_entries",
  {
    exportId: uuid("export_id")
      .notNull()
      .references(() => bookExports.id),
    environment: environment(),
    kind: text().$type<PayableKind>().notNull(),
    payableId: text("payable_id").notNull(),
    /** `2026-10-14`, in UTC. */
    date: text().notNull(),
    reference: text().notNull(),
    currency: text().notNull(),
    amount: bigint({ mode: "bigint" }).notNull(),
    lines: jsonb().$type<readonly EntryLine[]>().notNull(),
    /** What its own lines were read from: others have another. */
    source: text().notNull(),
    takenBackAt: at("taken_back_at"),
  },
  (table) => [
    primaryKey({ columns: [table.exportId, table.kind, table.payableId] }),
    uniqueIndex("book_entries_once").on(table.environment, table.payableId).where(sql`taken_back_at IS NULL`),
    // A payout is named by its settlement's number alone: that is the id without the prefix of its kind.
    uniqueIndex("book_entries_once_by_number")
      .on(table.environment, sql`(CASE WHEN ${table.kind} = 'settlement' THEN regexp_replace(${table.payableId}, '^.*-', '') ELSE ${table.payableId} END)`)
      .where(sql`taken_back_at IS NULL`),
    index("book_entries_in_order").on(table.exportId, table.date, table.kind, table.payableId),
  ],
);

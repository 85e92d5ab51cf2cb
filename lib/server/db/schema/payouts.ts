import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { PayoutProof, SyncFault, SyncKind } from "@/lib/desk/payout";
import type { Region } from "@/lib/klarna/payouts-api/hosts";

import { at, bytes, environment } from "./columns";
import { people } from "./people";

/** A credential of Klarna's Settlements API v1 and what it leads to. `credential` is encrypted, and gone once the connection was removed. */
export const payoutConnections = pgTable("payout_connections", {
  id: uuid().primaryKey().defaultRandom(),
  environment: environment(),
  region: text().$type<Region>().notNull(),
  name: text().notNull(),
  credential: bytes(),
  /** The beginning of the user name or the key: what an admin tells it from others by. */
  hint: text().notNull(),
  /** From when on payouts are read. */
  startDate: date("start_date").notNull(),
  /** Nobody, when it was made from the command line. */
  personId: uuid("person_id").references(() => people.id),
  createdAt: at("created_at").notNull().defaultNow(),
  removedAt: at("removed_at"),
  /** When Klarna last took the credential, and why it didn't the last time, if it didn't. */
  answeredAt: at("answered_at"),
  refusal: text(),
  /** Every payout of a date before this one has been listed at least once. */
  listedUntil: at("listed_until"),
  /** When everything was last read anew. */
  deepAt: at("deep_at"),
  /** What is known of the lines in no payout is as of then. */
  pendingAt: at("pending_at"),
  /** The merchant whose payouts it last listed, and how these are settled. */
  merchantId: text("merchant_id"),
  settlementType: text("settlement_type"),
});

/** What Klarna has paid out, one row a payment reference: that is what stands on the bank statement. */
export const payouts = pgTable(
  "payouts",
  {
    id: bigint({ mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    environment: environment(),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => payoutConnections.id),
    paymentReference: text("payment_reference").notNull(),
    payoutDate: at("payout_date"),
    /** What lists are ordered by: the payout's date, or when the desk first saw one that has none. */
    listedAt: at("listed_at").notNull(),
    currency: text(),
    merchantId: text("merchant_id"),
    settlementType: text("settlement_type"),
    /** What is transferred, in minor units; null when it isn't a whole number that can be exact. */
    amount: bigint({ mode: "bigint" }),
    /** The whole payout as it came, what the desk doesn't know included. */
    content: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** New or changed, and its lines haven't been read since. */
    linesDue: boolean("lines_due").notNull().default(true),
    linesReadAt: at("lines_read_at"),
    /** By which form it adds up, and whether the lines agree; null until the lines were read. */
    proof: jsonb().$type<PayoutProof>(),
    firstSeenAt: at("first_seen_at").notNull().defaultNow(),
    seenAt: at("seen_at").notNull().defaultNow(),
    /** When the payout or its lines last came out differently. */
    changedAt: at("changed_at").notNull().defaultNow(),
    /** Since when Klarna's list has it no longer. */
    goneAt: at("gone_at"),
  },
  (table) => [
    unique("payouts_by_reference").on(table.environment, table.paymentReference),
    index("payouts_latest").on(table.environment, table.listedAt, table.id),
    index("payouts_of_connection").on(table.connectionId, table.payoutDate),
    index("payouts_due").on(table.connectionId, table.id).where(sql`lines_due`),
    index("payouts_differing").on(table.environment, table.id).where(sql`proof->>'equation' = 'differs' OR proof->>'lines' = 'differ'`),
    index("payouts_changed").on(table.connectionId, table.changedAt, table.id),
  ],
);

/** What a line says, wherever it stands. */
const lineColumns = () => ({
  /** Half of the hash of what tells it from others: Klarna gives lines no id. Equal ones within a payout are counted. */
  key: bytes().notNull(),
  type: text(),
  detailedType: text("detailed_type"),
  /** With its sign: + what the merchant gets. Null where nobody can say which way it goes. */
  amount: bigint({ mode: "bigint" }),
  /** VAT on a fee, with its sign. */
  tax: bigint({ mode: "bigint" }),
  currency: text(),
  capturedAt: at("captured_at"),
  orderId: text("order_id"),
  /** The shop's own number of the order, as far as it is known: the first of its references. */
  merchantReference: text("merchant_reference"),
  captureId: text("capture_id"),
  refundId: text("refund_id"),
  /** The whole line as it came. */
  content: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
});

/** The lines of the payouts. */
export const payoutLines = pgTable(
  "payout_lines",
  {
    payoutId: bigint("payout_id", { mode: "bigint" })
      .notNull()
      .references(() => payouts.id, { onDelete: "cascade" }),
    ...lineColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.payoutId, table.key] }),
    index("payout_lines_of_order").on(table.orderId).where(sql`order_id IS NOT NULL`),
    index("payout_lines_of_no_order").on(table.capturedAt).where(sql`order_id IS NULL`),
    index("payout_lines_of_reference").on(table.merchantReference).where(sql`merchant_reference IS NOT NULL`),
    index("payout_lines_of_capture").on(table.captureId).where(sql`capture_id <> ''`),
  ],
);

/** Lines that belonged to no payout when all lines were last looked through. Those that a payout has brought since are told by `waitingLines`. */
export const pendingLines = pgTable(
  "pending_lines",
  {
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => payoutConnections.id),
    ...lineColumns(),
    /** The how manieth of all lines that say the same: once so many of them are in payouts, this one is. */
    place: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.key] }),
    index("pending_lines_of_order").on(table.orderId).where(sql`order_id IS NOT NULL`),
    index("pending_lines_of_reference").on(table.merchantReference).where(sql`merchant_reference IS NOT NULL`),
    index("pending_lines_of_capture").on(table.captureId).where(sql`capture_id <> ''`),
  ],
);

/** What a payout's lines of one kind come to: the pages and the books read these instead of the lines. */
export const payoutSums = pgTable(
  "payout_sums",
  {
    payoutId: bigint("payout_id", { mode: "bigint" })
      .notNull()
      .references(() => payouts.id, { onDelete: "cascade" }),
    /** Empty where the lines have none. */
    type: text().notNull(),
    detailedType: text("detailed_type").notNull(),
    lines: integer().notNull(),
    /** Null where the sign of one of them isn't known. */
    amount: bigint({ mode: "bigint" }),
    tax: bigint({ mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.payoutId, table.type, table.detailedType] })],
);

/** One reading of a connection's payouts. How it stands is its job's state, under the same id. */
export const payoutSyncs = pgTable(
  "payout_syncs",
  {
    id: uuid().primaryKey().defaultRandom(),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => payoutConnections.id),
    kind: text().$type<SyncKind>().notNull(),
    personId: uuid("person_id").references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Payouts of this while are listed, and have been so far. */
    windowFrom: at("window_from").notNull(),
    windowUntil: at("window_until").notNull(),
    listedUntil: at("listed_until").notNull(),
    /** Rises with each run of its job: what an earlier one still writes counts for nothing. */
    fence: integer().notNull().default(0),
    calls: integer().notNull().default(0),
    payouts: integer().notNull().default(0),
    added: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    lines: integer().notNull().default(0),
    /** What came that couldn't be taken, or disagrees. */
    faults: jsonb().$type<readonly SyncFault[]>().notNull().default([]),
    finishedAt: at("finished_at"),
    /** Why it ended without having read everything: nothing would be gained by trying again at once. */
    code: text(),
    cancelledAt: at("cancelled_at"),
  },
  (table) => [
    index("payout_syncs_latest").on(table.connectionId, table.createdAt),
    uniqueIndex("payout_syncs_one_at_a_time").on(table.connectionId).where(sql`finished_at IS NULL AND cancelled_at IS NULL`),
  ],
);

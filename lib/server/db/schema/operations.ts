import { sql } from "drizzle-orm";
import { bigint, bigserial, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { SettledBy } from "@/lib/desk/operation";
import type { Environment } from "@/lib/klarna/environment";
import type { Role } from "@/lib/klarna/permissions";

import { at, bytes, environment } from "./columns";
import { people } from "./people";

export type OperationState = "sent" | "confirmed" | "rejected" | "unknown";

/** What may still be done, or repeated: few rows of many. */
const open = sql`state IN ('sent', 'unknown')`;

/** The outbox: one row for each logical change, committed before its first byte leaves. `body` is encrypted and gone once settled. */
export const operationRows = pgTable(
  "operations",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    name: text().notNull(),
    attempt: uuid().notNull(),
    idempotencyKey: uuid("idempotency_key").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    accountId: text("account_id"),
    /** The reference that an onboarding gives: what its account is known by before it has an id. */
    accountReference: text("account_reference"),
    params: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    state: text().$type<OperationState>().notNull(),
    requestHash: bytes("request_hash").notNull(),
    body: bytes(),
    tries: integer().notNull().default(1),
    /** Counts up with each sending: only the latest may settle the row. */
    fence: integer().notNull().default(1),
    firstSentAt: at("first_sent_at").notNull().defaultNow(),
    sentAt: at("sent_at").notNull().defaultNow(),
    leaseUntil: at("lease_until").notNull(),
    nextTryAt: at("next_try_at"),
    settledAt: at("settled_at"),
    settledBy: text("settled_by").$type<SettledBy>(),
    /** What the directory knew of the account when this was first sent: without it nobody could say what a later read proves. */
    before: jsonb(),
    /** When Klarna is looked at next, while the outcome is unknown; and how often it was. */
    nextLookAt: at("next_look_at"),
    looks: integer().notNull().default(0),
    /** Until when Klarna's webhook about it is awaited, while it is; when one came; and since when it is late. */
    awaitedUntil: at("awaited_until"),
    announcedAt: at("announced_at"),
    unannouncedSince: at("unannounced_since"),
    status: integer(),
    code: text(),
    errorId: text("error_id"),
  },
  (table) => [
    unique("operations_one_attempt").on(table.attempt, table.environment, table.name),
    index("operations_of_account").on(table.environment, table.accountId, table.sentAt),
    index("operations_unsettled").on(table.state, table.nextTryAt).where(open),
    // By what they are of, as one text: no other index can answer that, so a planner that has no statistics yet can't choose one that reads all changes of a day.
    index("operations_open").on(sql`((environment || ' ' || name || ' ' || params::text) COLLATE "C")`).where(open),
    index("operations_by_reference").on(table.environment, table.accountReference).where(sql`account_reference IS NOT NULL`),
    index("operations_recent").on(table.environment, table.firstSentAt),
    index("operations_unannounced").on(table.unannouncedSince).where(sql`unannounced_since IS NOT NULL AND announced_at IS NULL`),
    index("operations_awaited").on(table.awaitedUntil).where(sql`awaited_until IS NOT NULL`),
  ],
);

/**
 * Who did, tried or was refused what. Append-only (a trigger holds it); a sealer lays the hash chain over committed
 * entries in small batches, so writers never queue.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    at: at("at").notNull().defaultNow(),
    kind: text().notNull(),
    personId: uuid("person_id"),
    role: text().$type<Role>(),
    environment: text().$type<Environment>(),
    accountId: text("account_id"),
    operation: text(),
    operationId: uuid("operation_id"),
    detail: jsonb().$type<unknown>(),
    link: bigint({ mode: "number" }),
    hash: bytes(),
  },
  (table) => [
    uniqueIndex("audit_entries_link").on(table.link),
    index("audit_entries_of_account").on(table.environment, table.accountId),
    index("audit_entries_of_operation").on(table.operationId),
    index("audit_entries_by_person").on(table.personId, table.id),
    index("audit_entries_by_kind").on(table.kind, table.id),
    index("audit_entries_by_time").on(table.at),
  ],
);

/** SQL for an event that came later than Klarna's first try would have brought it. */
export const late = "received_at - occurred_at > interval '1 minute'";

/** The inbox: what Klarna told us, stored before it is acknowledged. `raw` is encrypted. */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    eventId: text("event_id").notNull(),
    eventType: text("event_type").notNull(),
    accountId: text("account_id"),
    /** The product that it is about, where it says so. */
    productId: text("product_id"),
    signingKeyId: text("signing_key_id").notNull(),
    occurredAt: at("occurred_at"),
    receivedAt: at("received_at").notNull().defaultNow(),
    raw: bytes().notNull(),
    duplicates: integer().notNull().default(0),
    tries: integer().notNull().default(0),
    dueAt: at("due_at").notNull().defaultNow(),
    processedAt: at("processed_at"),
  },
  (table) => [
    unique("webhook_events_once").on(table.environment, table.eventId),
    index("webhook_events_due").on(table.processedAt, table.dueAt),
    index("webhook_events_of_account").on(table.environment, table.accountId, table.receivedAt),
    index("webhook_events_recent").on(table.environment, table.receivedAt, table.id),
    index("webhook_events_of_type").on(table.environment, table.eventType, table.receivedAt),
    index("webhook_events_by_key").on(table.environment, table.signingKeyId, table.receivedAt),
    index("webhook_events_odd")
      .on(table.environment, table.receivedAt, table.id)
      .where(sql.raw(`duplicates > 0 OR ${late}`)),
  ],
);

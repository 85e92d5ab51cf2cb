import { sql } from "drizzle-orm";
import { bigserial, boolean, index, integer, jsonb, pgSequence, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { DirectoryProduct, DirectoryWebsite } from "@/lib/desk/merchant";

import { offByKlarna } from "../off-by-klarna";
import { at, bytes, environment } from "./columns";
import { people } from "./people";

/** The directory: what the desk last saw of each account. No personal data; `seenAt` says how old it is. */
export const merchants = pgTable(
  "merchants",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    accountReference: text("account_reference"),
    accountName: text("account_name"),
    accountGroupReference: text("account_group_reference"),
    accountGroupId: text("account_group_id"),
    state: text(),
    stateReason: text("state_reason"),
    /** When the desk first saw it in this state. */
    stateSince: at("state_since"),
    country: text(),
    products: jsonb().$type<readonly DirectoryProduct[]>(),
    websites: jsonb().$type<readonly DirectoryWebsite[]>(),
    /** A company's number in its public register; never that of a sole trader, who may have a person's. */
    registrationNumber: text("registration_number"),
    /** Codes of what is missing in the set of people, and nothing about anybody; null while it was never read with them. */
    peopleGaps: jsonb("people_gaps").$type<readonly string[]>(),
    firstSeenAt: at("first_seen_at").notNull().defaultNow(),
    /** When the answer we believe was asked for: an older answer that arrives late changes nothing. */
    askedAt: at("asked_at"),
    seenAt: at("seen_at"),
    /** Since when Klarna answers 404 for it. */
    missingSince: at("missing_since"),
    /** When the desk last noticed that something of this row had become different. */
    changedAt: at("changed_at").notNull().defaultNow(),
    // Made by the database at each write, whoever writes: what is searched, what names are sorted by (in the order of bytes), and the state as the tabs have it.
    searchText: text("search_text").generatedAlwaysAs(
      sql`merchant_search_text(account_name, account_reference, account_group_reference, account_group_id, account_id, websites, registration_number)`,
    ),
    nameKey: text("name_key").generatedAlwaysAs(sql`left(search_fold(coalesce(account_name, account_reference, account_id)), 200)`),
    standing: text().generatedAlwaysAs(sql`CASE WHEN missing_since IS NOT NULL THEN 'MISSING' ELSE coalesce(state, 'NOT_READ') END`),
  },
  (table) => [
    primaryKey({ columns: [table.environment, table.accountId] }),
    index("merchants_by_group_id").on(table.environment, table.accountGroupId),
    index("merchants_by_standing").on(table.environment, table.standing),
    // A short list of what is still to be sorted in: it is read by each search.
    index("merchants_by_words").using("gin", table.searchText.op("gin_trgm_ops")).with({ gin_pending_list_limit: 256 }),
    index("merchants_by_products").using("gin", table.products.op("jsonb_path_ops")),
    // Short: those that need attention.
    index("merchants_set_up").on(table.environment, table.stateSince).where(sql`state = 'PARTIALLY_OPERATIONAL'`),
    index("merchants_off_by_klarna")
      .on(table.environment, table.accountId)
      .where(sql.raw(`products @? '${offByKlarna}'`)),
    index("merchants_with_gaps").on(table.environment, table.accountId).where(sql`people_gaps <> '[]'`),
    // One for each way to sort: a page far down is found as fast as the first.
    index("merchants_by_name").on(table.environment, table.nameKey, table.accountId),
    index("merchants_by_reference").on(table.environment, table.accountReference, table.accountId),
    index("merchants_by_group_reference").on(table.environment, table.accountGroupReference, table.accountId),
    index("merchants_by_country").on(table.environment, table.country, table.accountId),
    index("merchants_by_first_seen").on(table.environment, table.firstSeenAt, table.accountId),
    index("merchants_by_seen").on(table.environment, table.seenAt, table.accountId),
    index("merchants_by_changed").on(table.environment, table.changedAt, table.accountId),
  ],
);

/** What changed on a merchant, as the desk noticed it: the directory's own part of the timeline. */
export const merchantChanges = pgTable(
  "merchant_changes",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    environment: environment(),
    accountId: text("account_id").notNull(),
    noticedAt: at("noticed_at").notNull().defaultNow(),
    field: text().notNull(),
    before: text(),
    after: text(),
    /** Whether nothing of ours explains it: no operation, and no event, since the desk last saw the account. */
    drift: boolean().notNull().default(false),
  },
  (table) => [index("merchant_changes_of_account").on(table.environment, table.accountId, table.id)],
);

/** Which IBANs are in use, by keyed hash: finds a number used twice without keeping it. */
export const bankIndex = pgTable(
  "bank_index",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    ibanIndex: bytes("iban_index").notNull(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.ibanIndex, table.accountId] })],
);

/** Fences of wishes: the desk only asks whether two are the same, and a wish that was deleted mustn't share one with the next about its account. */
export const rereadsFence = pgSequence("rereads_fence", { maxValue: 2_147_483_647, cycle: true });

/** Accounts to read again: after a change, an event or an import, with back-off until they settle. Put off while the run `run_id` is about them. */
export const rereads = pgTable(
  "rereads",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    dueAt: at("due_at").notNull(),
    tries: integer().notNull().default(0),
    leaseUntil: at("lease_until"),
    fence: integer().notNull().default(sql`nextval('rereads_fence')`),
    runId: uuid("run_id"),
  },
  (table) => [
    primaryKey({ columns: [table.environment, table.accountId] }),
    index("rereads_due").on(table.dueAt),
    index("rereads_put_off").on(table.runId).where(sql`run_id IS NOT NULL`),
  ],
);

/** An onboarding in preparation: `content`, and what Klarna `refused` of it when it was last sent, are encrypted, and gone once Klarna has said yes. Its id is the attempt. */
export const drafts = pgTable(
  "drafts",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    title: text().notNull().default(""),
    content: bytes(),
    refused: bytes(),
    version: integer().notNull().default(1),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => people.id),
    updatedBy: uuid("updated_by")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("drafts_recent").on(table.environment, table.updatedAt)],
);

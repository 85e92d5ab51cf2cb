import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, serial, text, uuid } from "drizzle-orm/pg-core";

import { at, bytes, environment, minor } from "./columns";
import { people } from "./people";

/** Every settlement the desk knows of, and what its summary says. Amounts are minor units of its currency, signed. */
export const settlements = pgTable(
  "settlements",
  {
    environment: environment(),
    settlementId: text("settlement_id").notNull(),
    /** How the desk first heard of it. */
    source: text().$type<"announced" | "looked-up" | "imported">().notNull(),
    knownSince: at("known_since").notNull().defaultNow(),
    announcedAt: at("announced_at"),
    /** When Klarna last said what stands here. */
    seenAt: at("seen_at"),
    entityId: text("entity_id"),
    createdAt: at("created_at"),
    periodFrom: at("period_from"),
    periodTo: at("period_to"),
    currency: text(),
    amount: minor("amount"),
    /** The parts of the summary by their names, unknown ones too. */
    totals: jsonb().$type<Readonly<Record<string, number>>>(),
    openingDebt: minor("opening_debt"),
    closingDebt: minor("closing_debt"),
    payoutId: text("payout_id"),
    paidOutAt: at("paid_out_at"),
    bankAccountId: text("bank_account_id"),
    bankAccountReference: text("bank_account_reference"),
    /** The load whose transactions count; null while there is none that is ready. */
    loadId: integer("load_id"),
    /** By how much the parts differ from the amount, and all transactions from it; and each part that differs from its transactions. Null while nothing is loaded. */
    partsGap: minor("parts_gap"),
    linesGap: minor("lines_gap"),
    gaps: jsonb().$type<Readonly<Record<string, number>>>(),
    /** Whether both of those hold. */
    proved: boolean(),
    /** Why the last report that came wasn't taken; gone with the next that is. */
    refusal: jsonb().$type<ReportRefusal>(),
    /** From when its report is to be read from Klarna, and how often that failed; whether it may take the place of another that is loaded. */
    wantedAt: at("wanted_at"),
    tries: integer().notNull().default(0),
    replaces: boolean().notNull().default(false),
    /** What the list is sorted by. */
    sortedAt: at("sorted_at").notNull().generatedAlwaysAs(sql`coalesce(period_to, known_since)`),
  },
  (table) => [
    primaryKey({ columns: [table.environment, table.settlementId] }),
    index("settlements_recent").on(table.environment, table.sortedAt, table.settlementId),
    index("settlements_chain").on(table.environment, table.entityId, table.currency, table.periodTo),
    index("settlements_by_payout").on(table.environment, table.payoutId),
    index("settlements_by_number").on(table.environment, sql`regexp_replace(${table.settlementId}, '^.*-', '')`),
    index("settlements_unpaid").on(table.environment, table.settlementId).where(sql`amount > 0 AND payout_id IS NULL AND paid_out_at IS NULL`),
    index("settlements_wanted").on(table.wantedAt).where(sql`wanted_at IS NOT NULL`),
  ],
);

/** A refusal of a report: where and why, without a value of it. */
export interface ReportRefusal {
  readonly code: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
  readonly at: string;
}

/** A report that was loaded or is being loaded. Its lines count once it is `ready` and its settlement names it. */
export const settlementLoads = pgTable(
  "settlement_loads",
  {
    id: serial().primaryKey(),
    environment: environment(),
    /** Null until a file that somebody brought has said which one it is of. */
    settlementId: text("settlement_id"),
    state: text().$type<"loading" | "ready" | "over">().notNull(),
    begunAt: at("begun_at").notNull().defaultNow(),
    /** Until when whoever loads it is believed to live. */
    leaseUntil: at("lease_until").notNull(),
    readyAt: at("ready_at"),
    sha256: bytes(),
    bytes: bigint({ mode: "number" }),
    rows: integer(),
    personId: uuid("person_id"),
  },
  (table) => [index("settlement_loads_of").on(table.environment, table.settlementId), index("settlement_loads_open").on(table.state, table.leaseUntil)],
);

/** The texts that the lines of a load hold again and again: kinds, accounts, plans. */
export const settlementWords = pgTable(
  "settlement_words",
  {
    loadId: integer("load_id").notNull(),
    id: integer().notNull(),
    word: text().notNull(),
  },
  // By its hash: a report may hold texts that are longer than a sorted index takes.
  (table) => [primaryKey({ columns: [table.loadId, table.id] }), index("settlement_words_of").using("hash", table.word)],
);

/**
 * The lines of reports, narrow: a column that ends in `_word` names a text of `settlement_words`; a payment's id is a stem and the UUID it ends in (where it ends
 * in none, `payment` is made of its SHA-256, and `payment_id` has it whole); ids of captures, refunds and chargebacks begin with `+` where the payment's stands
 * before the rest, else with `=`.
 */
export const settlementLines = pgTable(
  "settlement_lines",
  {
    loadId: integer("load_id").notNull(),
    /** The line of the file. */
    line: integer().notNull(),
    typeWord: integer("type_word").notNull(),
    detailedWord: integer("detailed_word").notNull(),
    accountWord: integer("account_word").notNull(),
    groupWord: integer("group_word").notNull(),
    productWord: integer("product_word").notNull(),
    configurationWord: integer("configuration_word").notNull(),
    categoryWord: integer("category_word").notNull(),
    planWord: integer("plan_word").notNull(),
    programWord: integer("program_word").notNull(),
    paymentWord: integer("payment_word").notNull(),
    taxRate: integer("tax_rate"),
    createdAt: at("created_at").notNull(),
    amount: minor("amount").notNull(),
    tax: minor("tax"),
    buyRate: minor("buy_rate"),
    sellRate: minor("sell_rate"),
    paymentAt: at("payment_at"),
    pricedAt: at("priced_at"),
    payment: uuid(),
    paymentId: text("payment_id"),
    environment: environment(),
    reference: text(),
    capture: text(),
    captureReference: text("capture_reference"),
    refund: text(),
    refundReference: text("refund_reference"),
    dispute: text(),
    chargeback: text(),
    /** Columns that the desk doesn't know, by their names. */
    rest: jsonb().$type<Readonly<Record<string, string>>>(),
  },
  (table) => [
    primaryKey({ columns: [table.loadId, table.line] }),
    index("settlement_lines_of_account").on(table.loadId, table.accountWord, table.line),
    index("settlement_lines_of_payment").on(table.payment),
    // The others are found by their payment.
    index("settlement_lines_of_capture").on(table.capture).where(sql`left(capture, 1) = '='`),
  ],
);

/** Differences that somebody in finance has accepted: of one report, and as they were. `reason` is encrypted. */
export const settlementAcceptances = pgTable(
  "settlement_acceptances",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    settlementId: text("settlement_id").notNull(),
    /** The report's SHA-256: another report has other differences. */
    sha256: bytes().notNull(),
    linesGap: minor("lines_gap").notNull(),
    partsGap: minor("parts_gap").notNull(),
    chainGap: minor("chain_gap"),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    acceptedAt: at("accepted_at").notNull().defaultNow(),
    reason: bytes().notNull(),
  },
  (table) => [index("settlement_acceptances_of").on(table.environment, table.settlementId)],
);

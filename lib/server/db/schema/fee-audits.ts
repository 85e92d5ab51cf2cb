import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import type { AuditedPlan } from "@/lib/desk/fee-audit";

import { at, minor } from "./columns";

/** Of each loaded report, how far its fees are held against the price plans. What came of it stands under `result`, and everything else isn't whole. */
export const feeAudits = pgTable(
  "fee_audits",
  {
    loadId: integer("load_id").primaryKey(),
    /** From when it is to be done, or done again. */
    wantedAt: at("wanted_at"),
    tries: integer().notNull().default(0),
    /** Rises with each that is begun. */
    attempt: integer().notNull().default(0),
    /** The attempt whose sums and lines count. */
    result: integer(),
    checkedAt: at("checked_at"),
    /** Which plans were read for it, and when; or why not. */
    plans: jsonb().$type<readonly AuditedPlan[]>(),
  },
  (table) => [index("fee_audits_wanted").on(table.wantedAt).where(sql`wanted_at IS NOT NULL`)],
);

/** What the fees of an account come to, by what was found of them. */
export const feeAuditSums = pgTable(
  "fee_audit_sums",
  {
    loadId: integer("load_id").notNull(),
    attempt: integer().notNull(),
    accountWord: integer("account_word").notNull(),
    outcome: text().$type<"agrees" | "differs" | "unchecked">().notNull(),
    reason: text().notNull(),
    /** What there is to say beyond the reason; empty for nothing. */
    detail: text().notNull(),
    rows: integer().notNull(),
    charged: minor("charged").notNull(),
    /** What the plans say; of what can't be checked, nothing. */
    expected: minor("expected").notNull(),
  },
  (table) => [index("fee_audit_sums_of").on(table.loadId, table.attempt, table.accountWord)],
);

/** The fees that differ from the plan. */
export const feeAuditLines = pgTable(
  "fee_audit_lines",
  {
    loadId: integer("load_id").notNull(),
    attempt: integer().notNull(),
    /** The line of the report. */
    line: integer().notNull(),
    accountWord: integer("account_word").notNull(),
    /** The plan it was held against. */
    planWord: integer("plan_word").notNull(),
    reason: text().notNull(),
    expected: minor("expected").notNull(),
    captured: minor("captured").notNull(),
    percentage: minor("percentage").notNull(),
    fixed: minor("fixed").notNull(),
    planVersion: integer("plan_version").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.loadId, table.attempt, table.line] }),
    index("fee_audit_lines_of_account").on(table.loadId, table.attempt, table.accountWord, table.line),
  ],
);

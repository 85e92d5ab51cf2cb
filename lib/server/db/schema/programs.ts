import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { at, environment } from "./columns";

/** What the desk last saw of the enablements of payment programs: for which product, where, and from when until when. No personal data. */
export const enablements = pgTable(
  "enablements",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    productId: text("product_id").notNull(),
    enablementId: text("enablement_id").notNull(),
    programId: text("program_id"),
    /** Null for every country, or every category. */
    countries: jsonb().$type<readonly string[]>(),
    categories: jsonb().$type<readonly string[]>(),
    effectiveFrom: at("effective_from"),
    effectiveTo: at("effective_to"),
    /** When the answer we believe was asked for. */
    askedAt: at("asked_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environment, table.accountId, table.productId, table.enablementId] }),
    index("enablements_by_end").on(table.effectiveTo),
    index("enablements_of_program").on(table.environment, table.programId),
  ],
);

/** When all of a product's enablements were last read. */
export const enablementReads = pgTable(
  "enablement_reads",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    productId: text("product_id").notNull(),
    askedAt: at("asked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.accountId, table.productId] })],
);

/** What Klarna's programs are called, to name them where Klarna isn't asked. Names may change: the id is what counts. */
export const programNames = pgTable(
  "program_names",
  {
    environment: environment(),
    programId: text("program_id").notNull(),
    name: text().notNull(),
    seenAt: at("seen_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.environment, table.programId] })],
);

import { date, index, integer, pgTable, text } from "drizzle-orm/pg-core";

import { minor } from "./columns";

/** What the lines of a load come to, by kind for each account (`day` is null) and for each day (`account_word` is null). */
export const settlementSums = pgTable(
  "settlement_sums",
  {
    loadId: integer("load_id").notNull(),
    accountWord: integer("account_word"),
    day: date(),
    type: text().notNull(),
    detailedType: text("detailed_type").notNull(),
    rows: integer().notNull(),
    amount: minor("amount").notNull(),
    tax: minor("tax").notNull(),
  },
  (table) => [index("settlement_sums_of").on(table.loadId, table.day, table.accountWord)],
);

/** What each account's lines of a load come to, the most first: written when a load is made ready, so that a page needs no sum. */
export const settlementMerchants = pgTable(
  "settlement_merchants",
  {
    loadId: integer("load_id").notNull(),
    accountWord: integer("account_word").notNull(),
    rows: integer().notNull(),
    amount: minor("amount").notNull(),
    tax: minor("tax").notNull(),
    captures: minor("captures").notNull(),
    refunds: minor("refunds").notNull(),
    fees: minor("fees").notNull(),
    others: minor("others").notNull(),
    net: minor("net").notNull(),
  },
  (table) => [index("settlement_merchants_of").on(table.loadId, table.net, table.accountWord)],
);

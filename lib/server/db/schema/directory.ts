import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { TagColour } from "@/lib/desk/tag";

import { at, environment } from "./columns";
import { people } from "./people";

/** The words that a team sorts its merchants by. */
export const tags = pgTable(
  "tags",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    name: text().notNull(),
    colour: text().$type<TagColour>().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("tags_by_name").on(table.environment, sql`lower(${table.name})`)],
);

/** Which merchant has which tag. */
export const merchantTags = pgTable(
  "merchant_tags",
  {
    environment: environment(),
    accountId: text("account_id").notNull(),
    tagId: uuid("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (table) => [primaryKey({ columns: [table.environment, table.accountId, table.tagId] }), index("merchant_tags_of_tag").on(table.tagId, table.accountId)],
);

/** A list of merchants that somebody wants to see again: filters, sort and columns as an address has them. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid().primaryKey().defaultRandom(),
    environment: environment(),
    name: text().notNull(),
    search: text().notNull(),
    /** Whose it is; a team's view stays its maker's to change, and theirs who may change it for everybody. */
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    shared: boolean().notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("saved_views_of_person").on(table.environment, table.personId)],
);

/** What a person begins with. */
export const defaultViews = pgTable(
  "default_views",
  {
    environment: environment(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    viewId: uuid("view_id")
      .notNull()
      .references(() => savedViews.id, { onDelete: "cascade" }),
  },
  (table) => [primaryKey({ columns: [table.environment, table.personId] })],
);

/** What everybody begins with who has no default of their own. */
export const teamDefaultViews = pgTable("team_default_views", {
  environment: environment().primaryKey(),
  viewId: uuid("view_id")
    .notNull()
    .references(() => savedViews.id, { onDelete: "cascade" }),
});

import { pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";

import { at } from "./columns";
import { people } from "./people";

/** Who somebody is at a provider of single sign-on. The subject never changes there; an e-mail address may. */
export const identities = pgTable(
  "identities",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] }), unique("identities_one_a_person").on(table.issuer, table.personId)],
);

import "server-only";
import { z } from "zod";

import { type AttentionFilter, attentionRules, attentionShows, attentionSorts, attentionTabs } from "@/lib/desk/attention";
import { environments } from "@/lib/klarna/environment";

/** How a request says what it asks for. */
export const attentionFilter = z.strictObject({
  tab: z.enum(attentionTabs).default("all"),
  show: z.enum(attentionShows).default("open"),
  sort: z.enum(attentionSorts).default("due"),
  environment: z.enum(environments).optional(),
  rule: z.enum(attentionRules).optional(),
  account_id: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "isn't an account id")
    .optional(),
});

/** The filter in a page's address, with the tab that somebody begins at; what makes no sense there isn't asked about. */
export function attentionFilterIn(search: Readonly<Record<string, string | string[] | undefined>>, tab: AttentionFilter["tab"]): AttentionFilter {
  const { account_id: _, ...fields } = attentionFilter.shape;
  const given = Object.entries(fields).map(([name, field]) => [name, field.safeParse(search[name]).data]);
  const known = Object.fromEntries(given.filter(([name, value]) => value !== undefined && search[String(name)] !== undefined));
  return { tab, show: "open", sort: "due", ...known };
}

const ids = z.array(z.uuid("isn't an id of this list").toLowerCase()).min(1, "Choose something").max(100, "At most 100 at once");
const time = z.iso.datetime({ offset: true, error: "Choose a day and a time" });
const person = z.uuid("isn't a person's id").toLowerCase().nullable();

/** What can be done with things of the list. */
export const attentionActing = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("assign"), ids, person_id: person, from: person }),
  z.strictObject({ act: z.literal("due"), ids, at: time }),
  z.strictObject({ act: z.literal("snooze"), ids, until: time }),
  z.strictObject({ act: z.literal("done"), ids }),
  z.strictObject({ act: z.literal("undo"), ids }),
]);

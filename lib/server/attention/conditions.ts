import "server-only";
import type { AttentionFilter, AttentionShow, AttentionTab } from "@/lib/desk/attention";

import type { Values } from "../db/values";
import { connected } from "../klarna/settings";
import type { Session } from "../session";
import { rulesSeenBy } from "./rules";

/** Who looks. */
export type Viewer = Pick<Session, "personId" | "role">;

/** What things must be to be among those somebody asks for: what one may not see isn't counted either. */
export function conditionsOf({ tab, show, environment, rule, account_id }: Partial<AttentionFilter>, { personId, role }: Viewer, values: Values): string {
  const looked = connected().filter((one) => environment === undefined || one === environment);
  const seen = rulesSeenBy(role).filter((one) => rule === undefined || one === rule);
  return [
    "a.closed_at IS NULL",
    shows[show ?? "open"],
    `a.environment = ANY(${values.add(looked)}::text[])`,
    `a.rule = ANY(${values.add(seen)}::text[])`,
    ...(tab === undefined ? [] : [inTab(tab, personId, values)]),
    ...(account_id === undefined ? [] : [`a.account_id = ${values.add(account_id)}`]),
  ].join(" AND ");
}

/** SQL: whether something is in somebody's tab. What somebody was to do who can't sign in any more is nobody's. */
export function inTab(tab: AttentionTab, personId: string, values: Values): string {
  if (tab === "mine") return `a.person_id = ${values.add(personId)}::uuid`;
  return tab === "all" ? "true" : "(a.person_id IS NULL OR EXISTS (SELECT FROM people q WHERE q.id = a.person_id AND q.disabled_at IS NOT NULL))";
}

const shows: Readonly<Record<AttentionShow, string>> = {
  open: "a.done_at IS NULL AND (a.snoozed_until IS NULL OR a.snoozed_until <= now())",
  snoozed: "a.done_at IS NULL AND a.snoozed_until > now()",
  done: "a.done_at IS NOT NULL",
};

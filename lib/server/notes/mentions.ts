import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";

/** That a note names somebody: whom, by whose hand, and when it was written. */
export interface OpenMention {
  readonly environment: Environment;
  readonly account_id: string;
  readonly note_id: string;
  readonly person_id: string;
  readonly by: string;
  readonly at: string;
}

/** The rule of *Needs attention* that mentions come under, and which one of them a row is about. */
export const mentionRule = "mention";
export function mentionSubject({ note_id, person_id }: Pick<OpenMention, "note_id" | "person_id">): string {
  return `${note_id} ${person_id}`;
}

/** Whom notes name who can still sign in, but who hasn't said yet that it is dealt with; the latest first. Naming oneself asks nobody for anything. */
export function openMentions(): Promise<readonly OpenMention[]> {
  return query<OpenMention>(
    `SELECT n.environment, n.account_id, n.id AS note_id, m.person_id, author.name AS by, ${utc("n.created_at")} AS at
     FROM note_mentions m JOIN notes n ON n.id = m.note_id JOIN people author ON author.id = n.person_id JOIN people p ON p.id = m.person_id
     WHERE p.disabled_at IS NULL AND m.person_id <> n.person_id AND NOT EXISTS (
       SELECT FROM attention a WHERE a.environment = n.environment AND a.account_id = n.account_id AND a.rule = $1
         AND a.subject = n.id || ' ' || m.person_id AND a.done_at IS NOT NULL)
     ORDER BY n.created_at DESC, n.id, m.person_id`,
    [mentionRule],
  );
}

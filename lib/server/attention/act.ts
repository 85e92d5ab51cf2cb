import "server-only";
import type { AttentionAct } from "@/lib/desk/attention";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { Values } from "../db/values";
import type { Viewer } from "./conditions";
import { rulesSeenBy } from "./rules";
import { stepOf } from "./steps";

/**
 * Does something with things of the list, with the audit entry of each in the same statement. Answers with how many it was done; throws 409 when all of them
 * stand otherwise by now, 400 where whoever is to take care of them can't see them.
 */
export async function actOnAttention(ids: readonly string[], act: AttentionAct, by: Viewer): Promise<{ readonly changed: number }> {
  const values = new Values();
  const person = values.add(by.personId);
  const { kind, set, where, detail, rules } = await stepOf(act, person, values);
  const seen = rulesSeenBy(by.role).filter((rule) => rules === undefined || rules.includes(rule));
  const rows = await query(
    `WITH changed AS (
       UPDATE attention a SET ${set}
       WHERE a.id = ANY(${values.add(ids)}::uuid[]) AND a.closed_at IS NULL AND a.rule = ANY(${values.add(seen)}::text[]) AND ${where}
       RETURNING a.environment, a.account_id, a.rule)
     INSERT INTO audit_entries (kind, person_id, role, environment, account_id, detail)
     SELECT ${values.add(kind)}, ${person}::uuid, ${values.add(by.role)}, environment, nullif(account_id, ''), jsonb_build_object('rule', rule) || ${detail}
     FROM changed RETURNING id`,
    values.list,
  );
  if (rows.length > 0) return { changed: rows.length };
  if (rules && (await isAmongOthers(ids, rules))) {
    const message = "This person's role can't see what this is about. Choose somebody else.";
    throw new ProblemError({ status: 400, code: "INVALID_INPUT", message, fields: [{ path: "person_id", message }] });
  }
  throw new ProblemError({ status: 409, code: "ATTENTION_CHANGED", message: "This stands otherwise by now, so nothing was done. Look at it again." });
}

/** Whether what some of these are about isn't found by any of the rules. */
async function isAmongOthers(ids: readonly string[], rules: readonly string[]): Promise<boolean> {
  const others = await query("SELECT FROM attention WHERE id = ANY($1::uuid[]) AND closed_at IS NULL AND rule <> ALL($2::text[]) LIMIT 1", [ids, rules]);
  return others.length > 0;
}

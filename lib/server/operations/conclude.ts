import "server-only";
import type { SettledBy, Source, Verdict } from "@/lib/desk/operation";
import type { Operation } from "@/lib/klarna/operation";

import { seal } from "../crypto";
import { query } from "../db/client";
import { renewWish } from "../merchants/rereads";
import { heardBySettings, hears, secondsAwaited } from "./announcements";
import type { Actor } from "./record";
import { secondsToReread } from "./settle";

/** How an operation of unknown outcome turned out, by anything but an answer of Klarna's to it. */
export interface Conclusion {
  readonly id: string;
  readonly operation: Operation;
  /** As it was when this was concluded: what was sent or settled since isn't touched. */
  readonly fence: number;
  readonly verdict: Verdict;
  readonly settledBy: Exclude<SettledBy, "answer" | "repeat">;
  readonly accountId?: string | undefined;
  readonly decision?: { readonly by: Actor; readonly source: Source; readonly note: string | undefined } | undefined;
}

/**
 * Settles it, with the audit entry, the person's decision, the draft it came from and the wish to read what it changed, in one
 * statement. Answers false, and nothing changes, when somebody or something was faster.
 */
export async function conclude({ id, operation, fence, verdict, settledBy, accountId, decision }: Conclusion): Promise<boolean> {
  const decisionId = decision && crypto.randomUUID();
  const [settled] = await query(concludeStatement, [
    id,
    fence,
    verdict === "done" ? "confirmed" : "rejected",
    settledBy,
    accountId ?? null,
    decision?.by.personId ?? null,
    decision?.by.role ?? null,
    JSON.stringify({ verdict, by: settledBy, ...(decision && { source: decision.source }) }),
    // What it made is read at once: the directory doesn't have it yet.
    verdict === "done" ? (accountId === undefined ? secondsToReread(operation) : 0) : null,
    decisionId ?? null,
    verdict,
    decision?.source ?? null,
    decision?.note === undefined ? null : seal(noteOf(decisionId ?? ""), decision.note),
    verdict === "done" ? secondsAwaited(operation) : null,
    heardBySettings(),
  ]);
  return settled !== undefined;
}

/** Where the sealed words of a decision belong. */
export function noteOf(decisionId: string): string {
  return `operation_decisions.note ${decisionId}`;
}

const concludeStatement = `
  WITH settled AS (
    UPDATE operations SET state = $3, settled_by = $4, settled_at = now(), account_id = coalesce(account_id, $5), fence = fence + 1,
      body = NULL, next_try_at = NULL, next_look_at = NULL, code = CASE WHEN $3 = 'rejected' THEN 'NOT_DONE' END,
      awaited_until = CASE WHEN ${hears("environment", "$15")} THEN now() + make_interval(secs => $14::float8) END
    WHERE id = $1 AND fence = $2 AND state = 'unknown'
    RETURNING id, environment, name, attempt, account_id),
  wished AS (
    INSERT INTO rereads AS r (environment, account_id, due_at)
    SELECT environment, account_id, now() + make_interval(secs => $9::float8) FROM settled WHERE account_id IS NOT NULL AND $9::float8 IS NOT NULL
    ${renewWish}),
  dropped AS (
    UPDATE drafts d SET content = CASE WHEN $3 = 'rejected' THEN d.content END, refused = NULL, updated_at = CASE WHEN $3 = 'rejected' THEN d.updated_at ELSE now() END
    FROM settled s WHERE d.id = s.attempt AND d.environment = s.environment AND s.name = 'accounts.onboard'),
  decided AS (
    INSERT INTO operation_decisions (id, operation_id, person_id, verdict, source, note)
    SELECT $10, id, $6, $11, $12, $13 FROM settled WHERE $10::uuid IS NOT NULL)
  INSERT INTO audit_entries (kind, person_id, role, environment, account_id, operation, operation_id, detail)
  SELECT 'operation-settled', $6, $7, environment, account_id, name, id, $8::jsonb FROM settled RETURNING id`;

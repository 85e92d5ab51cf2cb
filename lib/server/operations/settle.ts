import "server-only";
import type { Operation } from "@/lib/klarna/operation";
import { redact } from "@/lib/klarna/sensitive";

import { query } from "../db/client";
import type { OperationState } from "../db/schema/operations";
import { env } from "../env";
import type { Answer } from "../klarna/answer";
import { renewWish } from "../merchants/rereads";
import type { Actor, Change, Recorded } from "./record";

/**
 * Writes how a change ended, with its audit entry and the wish to read what it changed, in one statement. A sender that was overtaken (an older fence) changes
 * nothing. The body is dropped unless the outcome is unknown: then it must be repeated as it was.
 */
export async function settle(actor: Actor, change: Change, recorded: Recorded, answer: Answer, accountId: string | undefined): Promise<OperationState> {
  const state = stateAfter(answer);
  const problem = answer.kind === "yes" ? undefined : answer.problem.problem;
  await query(settleStatement, [
    recorded.id,
    recorded.fence,
    state,
    answer.status ?? null,
    problem?.code ?? null,
    problem?.errorId ?? null,
    accountId ?? null,
    state === "unknown" && isRepeatable(change.operation) ? secondsToNextTry(recorded.tries) : null,
    actor.personId,
    actor.role,
    JSON.stringify(detailOf(change.operation, answer)),
    state === "confirmed" ? secondsToReread(change.operation) : null,
  ]);
  return state;
}

/** Whether the desk may repeat it by itself: it has a key (POST, PATCH), and its answer holds no secret. */
export function isRepeatable(operation: Operation): boolean {
  return operation.danger !== "secret" && (operation.method === "POST" || operation.method === "PATCH");
}

/** What an answer means for the change it answers. Ambiguous is never *rejected*: only a refusal is, and what surely wasn't sent. */
function stateAfter(answer: Answer): OperationState {
  if (answer.kind === "yes") return "confirmed";
  return answer.kind === "no" || answer.unsent ? "rejected" : "unknown";
}

/** 5 s, doubling to 10 min, with full jitter above the first second. */
function secondsToNextTry(tries: number): number {
  return (1 + Math.random() * Math.min(600, 5 * 2 ** Math.min(tries - 1, 10))) * env().DESK_TIME_SCALE;
}

/**
 * When a changed account is read again. A whole account becomes operational in its own time: a webhook should say so, and this
 * asks if none comes. For a part of it, long enough that several changes in a row are read once.
 */
function secondsToReread({ resource }: Operation): number {
  return (resource === "accounts" ? 15 : 5) * env().DESK_TIME_SCALE;
}

/** Codes, names of fields, and the answer without what is marked: Klarna's messages may quote what a person typed. */
function detailOf(operation: Operation, answer: Answer): Readonly<Record<string, unknown>> {
  if (answer.kind === "yes") return { status: answer.status, answer: redact(operation.output, answer.body) };
  const { code, errorId, fields } = answer.problem.problem;
  return { status: answer.status, code, errorId, fields: fields.map(({ path }) => path) };
}

const settleStatement = `
  WITH settled AS (
    UPDATE operations SET
      state = $3, status = $4, code = $5, error_id = $6, account_id = coalesce(account_id, $7), lease_until = now(),
      settled_at = CASE WHEN $3 = 'unknown' THEN NULL ELSE now() END,
      body = CASE WHEN $3 = 'unknown' THEN body END,
      next_try_at = now() + make_interval(secs => $8::float8)
    WHERE id = $1 AND fence = $2 AND state = 'sent'
    RETURNING id, environment, name, account_id),
  wished AS (
    INSERT INTO rereads AS r (environment, account_id, due_at)
    SELECT environment, account_id, now() + make_interval(secs => $12::float8) FROM settled WHERE account_id IS NOT NULL AND $12::float8 IS NOT NULL
    ${renewWish})
  INSERT INTO audit_entries (kind, person_id, role, environment, account_id, operation, operation_id, detail)
  SELECT 'operation-' || $3, $9, $10, environment, account_id, name, id, $11::jsonb FROM settled`;

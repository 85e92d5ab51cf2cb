import "server-only";
import type { Operation } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import type { ProblemField } from "@/lib/klarna/problem";
import { redact } from "@/lib/klarna/sensitive";

import { queryOften } from "../db/client";
import { given } from "../db/given";
import type { OperationState } from "../db/schema/operations";
import { sealRefused } from "../drafts/refused";
import { env } from "../env";
import type { Answer } from "../klarna/answer";
import { renewWish } from "../merchants/rereads";
import { together } from "../together";
import { heardBySettings, hears, secondsAwaited } from "./announcements";
import { readBackOf } from "./read-back";
import type { Actor, Change, Recorded } from "./record";

/**
 * Writes how a change ended, with its audit entry and the wish to read what it changed, in one statement; what Klarna announces is awaited from then on. A sender that was overtaken (an older fence) changes
 * nothing. The body is dropped unless the outcome is unknown: then it must be repeated as it was.
 */
export async function settle(actor: Actor, change: Change, recorded: Recorded, answer: Answer, accountId: string | undefined): Promise<OperationState> {
  const state = stateAfter(answer);
  await write({ actor, change, recorded, answer, accountId, state });
  return state;
}

interface Settlement {
  readonly actor: Actor;
  readonly change: Change;
  readonly recorded: Recorded;
  readonly answer: Answer;
  readonly accountId: string | undefined;
  readonly state: OperationState;
}

/** Changes that end at the same time are settled by one statement. */
const write = together(async (settlements: readonly Settlement[]) => {
  const each = <Value>(of: (settlement: Settlement) => Value) => settlements.map(of);
  const problemOf = ({ answer }: Settlement) => (answer.kind === "yes" ? undefined : answer.problem.problem);
  const awaits = settlements.some(({ state, change }) => state === "confirmed" && secondsAwaited(change.operation) !== null);
  await queryOften(settleStatement({ count: settlements.length, refuses: settlements.some(refusesOnboarding), awaits }), [
    each(({ recorded }) => recorded.id),
    each(({ recorded }) => recorded.fence),
    each(({ state }) => state),
    each(({ answer }) => answer.status ?? null),
    each((settlement) => problemOf(settlement)?.code ?? null),
    each((settlement) => problemOf(settlement)?.errorId ?? null),
    each(({ accountId }) => accountId ?? null),
    each(({ state, change, recorded }) => (state === "unknown" && isRepeatable(change.operation) ? secondsToNextTry(recorded.tries) : null)),
    each(({ actor }) => actor.personId),
    each(({ actor }) => actor.role),
    each(({ change, answer }) => JSON.stringify(detailOf(change.operation, answer))),
    each(({ state, change }) => (state === "confirmed" ? secondsToReread(change.operation) : null)),
    each(({ recorded }) => (recorded.inDoubt ? "repeat" : "answer")),
    each(({ change }) => (readBackOf(change.operation) ? secondsToFirstLook() : null)),
    each(({ state, change }) => (state === "confirmed" ? secondsAwaited(change.operation) : null)),
    each((settlement) => refusedOf(settlement, problemOf(settlement)?.fields ?? [])),
    ...(awaits ? [heardBySettings()] : []),
  ]);
  return settlements.map(() => undefined);
});

/** What a draft keeps of a refusal, for whoever opens it next: an onboarding's attempt is its draft. */
function refusedOf(settlement: Settlement, fields: readonly ProblemField[]): Buffer | null {
  const { attempt, value } = settlement.change;
  return refusesOnboarding(settlement) ? sealRefused(attempt, fields, value) : null;
}

function refusesOnboarding({ state, change: { operation } }: Settlement): boolean {
  return state === "rejected" && operation.name === accounts.onboard.name;
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

/** Long enough for an answer that was cut off to show in what Klarna has. */
function secondsToFirstLook(): number {
  return 3 * env().DESK_TIME_SCALE;
}

/** 5 s, doubling to 10 min, with full jitter above the first second. */
function secondsToNextTry(tries: number): number {
  return (1 + Math.random() * Math.min(600, 5 * 2 ** Math.min(tries - 1, 10))) * env().DESK_TIME_SCALE;
}

/**
 * When a changed account is read again. A whole account becomes operational in its own time: a webhook should say so, and this
 * asks if none comes. For a part of it, long enough that several changes in a row are read once.
 */
export function secondsToReread({ resource }: Operation): number {
  return (resource === "accounts" ? 15 : 5) * env().DESK_TIME_SCALE;
}

/** Codes, names of fields, and the answer without what is marked: Klarna's messages may quote what a person typed. */
function detailOf(operation: Operation, answer: Answer): Readonly<Record<string, unknown>> {
  if (answer.kind === "yes") return { status: answer.status, answer: redact(operation.output, answer.body) };
  const { code, errorId, fields } = answer.problem.problem;
  return { status: answer.status, code, errorId, fields: fields.map(({ path }) => path) };
}

const keptByDrafts = `kept AS (
    UPDATE drafts d SET refused = s.refused FROM settled s
    WHERE s.state = 'rejected' AND s.name = '${accounts.onboard.name}' AND d.id = s.attempt AND d.environment = s.environment),`;

// What none of them needs is left out: planning it takes PostgreSQL longer than finding out that there is nothing to do.
const settleStatement = ({ count, refuses, awaits }: { readonly count: number; readonly refuses: boolean; readonly awaits: boolean }) => `
  WITH given AS (${given(
    count,
    `id uuid, fence int, state text, status int, code text, error_id text, account_id text, next_try float8, person_id uuid, role text, detail text,
    reread float8, settled_by text, first_look float8, awaited float8, refused bytea`,
  )}),
  settled AS (
    UPDATE operations o SET
      state = g.state, status = g.status, code = g.code, error_id = g.error_id, account_id = coalesce(o.account_id, g.account_id), lease_until = now(),
      settled_at = CASE WHEN g.state = 'unknown' THEN NULL ELSE now() END,
      body = CASE WHEN g.state = 'unknown' THEN o.body END,
      settled_by = CASE WHEN g.state = 'unknown' THEN NULL ELSE g.settled_by END,
      next_look_at = CASE WHEN g.state = 'unknown' THEN coalesce(o.next_look_at, now() + make_interval(secs => g.first_look)) END,
      next_try_at = now() + make_interval(secs => g.next_try),
      awaited_until = ${awaits ? `CASE WHEN ${hears("o.environment", "$17")} THEN now() + make_interval(secs => g.awaited) END` : "NULL"}
    FROM given g WHERE o.id = g.id AND o.fence = g.fence AND o.state = 'sent'
    RETURNING o.id, o.environment, o.name, o.attempt, o.account_id, g.state, g.person_id, g.role, g.detail, g.reread, g.refused),
  ${refuses ? keptByDrafts : ""}
  wished AS (
    INSERT INTO rereads AS r (environment, account_id, due_at)
    SELECT environment, account_id, now() + make_interval(secs => min(reread)) FROM settled WHERE account_id IS NOT NULL AND reread IS NOT NULL
    GROUP BY environment, account_id ORDER BY environment, account_id
    ${renewWish})
  INSERT INTO audit_entries (kind, person_id, role, environment, account_id, operation, operation_id, detail)
  SELECT 'operation-' || state, person_id, role, environment, account_id, name, id, detail::jsonb FROM settled`;

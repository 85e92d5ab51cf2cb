import "server-only";

import type { Environment } from "@/lib/klarna/environment";
import type { Operation } from "@/lib/klarna/operation";
import { redact } from "@/lib/klarna/sensitive";

import { keyedHash, seal } from "../crypto";
import { query, queryOften } from "../db/client";
import { given } from "../db/given";
import { env } from "../env";
import type { Session } from "../session";
import { together } from "../together";
import { knownBefore } from "./before";
import { idempotencyKey, repeatableHours } from "./key";
import { whyNot } from "./why-not";

/** Who acts: a person at the browser, or a job in a person's name. */
export type Actor = Pick<Session, "personId" | "role">;

/** One logical change about to be sent. `attempt` was issued by the desk and names the change; whoever sends it, it stays the same. */
export interface Change {
  readonly environment: Environment;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly attempt: string;
  /** The JSON text to be sent, and the value it was made from. */
  readonly body: string | undefined;
  readonly value: unknown;
  /** What it changes, as the audit log may hold it: field by field, without anything marked. */
  readonly changed?: readonly ChangedField[] | undefined;
  /** Of an onboarding: the version of the draft that it is of. It isn't sent once somebody has saved that anew, or thrown it away. */
  readonly draftVersion?: number | undefined;
  /** For what the desk sends again by itself: the fence it was seen at. What was sent, settled or freed since is left alone. */
  readonly seenAt?: number | undefined;
}

/** A field before and after a change, hidden where it is marked. */
export interface ChangedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The row that was committed for it, before its first byte leaves. */
export interface Recorded {
  readonly id: string;
  readonly fence: number;
  readonly tries: number;
  readonly idempotencyKey: string;
  /** Whether it was sent before and may have been done: only a clear answer can say that it wasn't. */
  readonly inDoubt: boolean;
}

/**
 * Commits the operation's row and its audit entry, in one statement. Throws 409, and nothing may be sent, when this change is under way, was done, or has an unknown
 * outcome and another body; or, of what overwrites, while another change of the very same thing may still be repeated: it could come after this one, and undo it.
 */
export async function record(actor: Actor, change: Change): Promise<Recorded> {
  const row = await commit({ actor, change, key: idempotencyKey(change.environment, change.operation.name, change.attempt) });
  if (row) return row;
  throw await whyNot(change);
}

interface Recording {
  readonly actor: Actor;
  readonly change: Change;
  readonly key: string;
}

/** Changes that begin at the same time are committed by one statement. Of two that are the same change, one is sent. */
const commit = together(async (recordings: readonly Recording[]) => {
  const first = new Map([...recordings].reverse().map((recording) => [recording.key, recording]));
  const each = <Value>(of: (recording: Recording) => Value) => [...first.values()].map(of);
  const rows = await queryOften<Recorded>(recordStatement(first.size, knownBefore(each(({ change }) => change.operation))), [
    each(({ change }) => change.environment),
    each(({ change }) => change.operation.name),
    each(({ change }) => change.attempt),
    each(({ key }) => key),
    each(({ actor }) => actor.personId),
    each(({ actor }) => actor.role),
    each(({ change }) => change.params.account_id ?? null),
    each(({ change }) => JSON.stringify(change.params)),
    each(({ change }) => requestHash(change)),
    each(({ change, key }) => (change.body === undefined ? null : seal(`operations.body ${key}`, change.body))),
    each(({ change }) => JSON.stringify({ params: change.params, body: redact(change.operation.body, change.value), changed: change.changed })),
    each(({ change }) => referenceIn(change)),
    each(({ change }) => change.seenAt ?? null),
    each(({ change }) => change.operation.method === "PATCH" && change.seenAt === undefined),
    each(({ change }) => change.draftVersion ?? null),
    leaseSeconds * env().DESK_TIME_SCALE,
    repeatableHours,
  ]);
  const byKey = new Map(rows.map((row) => [row.idempotencyKey, row]));
  return recordings.map((recording) => (first.get(recording.key) === recording ? byKey.get(recording.key) : undefined));
});

/** Whether what was last recorded under this attempt is this very request. */
export async function isAsRecorded(change: Pick<Change, "environment" | "operation" | "params" | "attempt" | "body">): Promise<boolean> {
  const { environment, operation, attempt } = change;
  const rows = await query("SELECT FROM operations WHERE environment = $1 AND name = $2 AND attempt = $3 AND request_hash = $4", [
    environment,
    operation.name,
    attempt,
    requestHash(change),
  ]);
  return rows.length > 0;
}

/** Longer than any patience with Klarna: a row still *sent* after this was left by a process that died. */
const leaseSeconds = 240;

/** What an account will be known by that has no id yet. */
function referenceIn({ params, value }: Change): string | null {
  const { account_reference: reference } = (value ?? {}) as { account_reference?: unknown };
  return params.account_id === undefined && typeof reference === "string" ? reference : null;
}

function requestHash({ operation, params, body }: Pick<Change, "operation" | "params" | "body">): Buffer {
  return keyedHash("request", JSON.stringify([operation.name, params, body ?? null]));
}

/** SQL: what a change is of, as the index of open ones has it (`operations_open`). */
const target = (row: string, params: string) => `((${row}.environment || ' ' || ${row}.name || ' ' || (${params})::text) COLLATE "C")`;

// Sent anew: never sent before; refused by Klarna (same key, corrected body); or unknown with the very same body, while the key is honoured.
// Not at all: what another change of the very same thing, repeated late, would undo.
// In the order of the keys always: two statements that wait for each other's rows would be a deadlock.
const recordStatement = (count: number, before: ReturnType<typeof knownBefore>) => `
  WITH given AS (${given(
    count,
    `environment text, name text, attempt uuid, key uuid, person_id uuid, role text, account_id text, params text, request_hash bytea, body bytea,
    detail text, reference text, seen_at int, overwrites boolean, draft_version int`,
  )}),
  sent AS (
    INSERT INTO operations AS o (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, body, lease_until,
                                 account_reference, before)
    SELECT g.environment, name, attempt, key, person_id, g.account_id, params::jsonb, 'sent', request_hash, body, now() + make_interval(secs => $16::float8),
           reference, ${before.value}
    FROM given g LEFT JOIN merchants m ON m.environment = g.environment AND m.account_id = g.account_id ${before.join}
    WHERE (g.draft_version IS NULL OR EXISTS (SELECT FROM drafts d WHERE d.id = g.attempt AND d.environment = g.environment AND d.version = g.draft_version))
      AND NOT (g.overwrites AND EXISTS (
        SELECT FROM operations other WHERE ${target("other", "other.params")} = ${target("g", "g.params::jsonb")} AND other.attempt <> g.attempt
          AND other.state IN ('sent', 'unknown') AND now() - other.first_sent_at < make_interval(hours => $17::int) AND other.request_hash <> g.request_hash)
      AND NOT EXISTS (SELECT FROM operations own WHERE own.environment = g.environment AND own.name = g.name AND own.attempt = g.attempt AND own.state <> 'rejected'))
    ORDER BY key
    ON CONFLICT (environment, name, attempt) DO UPDATE SET
      state = 'sent', request_hash = excluded.request_hash, body = excluded.body, params = excluded.params,
      person_id = CASE WHEN o.state = 'rejected' THEN excluded.person_id ELSE o.person_id END,
      tries = o.tries + 1, fence = o.fence + 1, sent_at = now(), lease_until = excluded.lease_until, next_try_at = NULL,
      first_sent_at = CASE WHEN o.state = 'rejected' THEN now() ELSE o.first_sent_at END,
      before = CASE WHEN o.state = 'rejected' THEN excluded.before ELSE o.before END,
      looks = CASE WHEN o.state = 'rejected' THEN 0 ELSE o.looks END, account_reference = excluded.account_reference,
      settled_at = NULL, settled_by = NULL, status = NULL, code = NULL, error_id = NULL
    WHERE (o.state = 'rejected' AND excluded.idempotency_key NOT IN (SELECT key FROM given WHERE seen_at IS NOT NULL))
       OR (o.fence = coalesce((SELECT seen_at FROM given WHERE key = excluded.idempotency_key), o.fence) AND (o.state = 'unknown' OR (o.state = 'sent' AND o.lease_until < now()))
           AND o.request_hash = excluded.request_hash AND o.first_sent_at > now() - make_interval(hours => $17::int))
    RETURNING id, idempotency_key, fence, tries, first_sent_at <> sent_at AS in_doubt, before->'enablement' AS enablement),
  noted AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, account_id, operation, operation_id, detail)
    SELECT 'operation-sent', g.person_id, g.role, g.environment, g.account_id, g.name, s.id, g.detail::jsonb || jsonb_strip_nulls(jsonb_build_object('tries', s.tries, 'before', s.enablement))
    FROM sent s JOIN given g ON g.key = s.idempotency_key)
  SELECT id, fence, tries, idempotency_key AS "idempotencyKey", in_doubt AS "inDoubt" FROM sent`;

import "server-only";
import { createHash } from "node:crypto";

import type { Environment } from "@/lib/klarna/environment";
import type { Operation } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";
import { redact } from "@/lib/klarna/sensitive";

import { keyedHash, seal } from "../crypto";
import { query } from "../db/client";
import type { OperationState } from "../db/schema/operations";
import { env } from "../env";
import type { Session } from "../session";

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
 * Commits the operation's row and its audit entry, in one statement. Throws 409, and nothing may be sent, when this change
 * is under way, was done, or has an unknown outcome and another body.
 */
export async function record(actor: Actor, change: Change): Promise<Recorded> {
  const { environment, operation, params, attempt, body } = change;
  const key = idempotencyKey(environment, operation.name, attempt);
  const [row] = await query<Recorded>(recordStatement, [
    environment,
    operation.name,
    attempt,
    key,
    actor.personId,
    params.account_id ?? null,
    JSON.stringify(params),
    requestHash(change),
    body === undefined ? null : seal(`operations.body ${key}`, body),
    leaseSeconds * env().DESK_TIME_SCALE,
    repeatableHours,
    actor.role,
    JSON.stringify({ params, body: redact(operation.body, change.value) }),
  ]);
  if (row) return row;
  throw await whyNot(change);
}

/** UUIDv5 (RFC 9562) of what makes one logical change: environment, operation and attempt. Not the person, the tab or the body. */
export function idempotencyKey(environment: Environment, name: string, attempt: string): string {
  const bytes = createHash("sha1")
    .update(namespace)
    .update(JSON.stringify([environment, name, attempt]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const namespace = Buffer.from("0d2f6c1e8a5b4f3e9c7d51b2e4a68f90", "hex");

/** Longer than any patience with Klarna: a row still *sent* after this was left by a process that died. */
const leaseSeconds = 240;

/** Klarna honours an idempotency key for 24 h; an hour less, so that clocks needn't agree. */
export const repeatableHours = 23;

function requestHash({ operation, params, body }: Change): Buffer {
  return keyedHash("request", JSON.stringify([operation.name, params, body ?? null]));
}

async function whyNot({ environment, operation, attempt }: Change): Promise<ProblemError> {
  const [row] = await query<{ state: OperationState; accountId: string | null; old: boolean }>(
    `SELECT state, account_id AS "accountId", first_sent_at < now() - make_interval(hours => $4::int) AS old FROM operations WHERE environment = $1 AND name = $2 AND attempt = $3`,
    [environment, operation.name, attempt, repeatableHours],
  );
  const [code, message] = row?.state === "confirmed" ? refusals.confirmed : row?.state === "sent" ? refusals.sent : row?.old ? refusals.old : refusals.unknown;
  return new ProblemError({ status: 409, code, message });
}

const refusals = {
  confirmed: ["ALREADY_DONE", "This was done already: Klarna has confirmed it, so it wasn't sent again."],
  sent: ["IN_FLIGHT", "This is being sent already. Wait a moment for Klarna's answer."],
  unknown: ["OUTCOME_UNKNOWN", "Klarna hasn't said whether this was done. Until that is settled it can't be changed; the desk keeps asking with the same key."],
  old: [
    "OUTCOME_UNKNOWN",
    "Whether Klarna did this was never settled, and its key is too old to be used again. Someone in operations has to look at Klarna's side.",
  ],
} as const;

// Sent anew: never sent before; refused by Klarna (same key, corrected body); or unknown with the very same body, while the key is honoured.
const recordStatement = `
  WITH sent AS (
    INSERT INTO operations AS o (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, body, lease_until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 'sent', $8, $9, now() + make_interval(secs => $10::float8))
    ON CONFLICT (environment, name, attempt) DO UPDATE SET
      state = 'sent', request_hash = excluded.request_hash, body = excluded.body, params = excluded.params, person_id = excluded.person_id,
      tries = o.tries + 1, fence = o.fence + 1, sent_at = now(), lease_until = excluded.lease_until, next_try_at = NULL,
      first_sent_at = CASE WHEN o.state = 'rejected' THEN now() ELSE o.first_sent_at END,
      settled_at = NULL, status = NULL, code = NULL, error_id = NULL
    WHERE o.state = 'rejected'
       OR ((o.state = 'unknown' OR (o.state = 'sent' AND o.lease_until < now()))
           AND o.request_hash = excluded.request_hash AND o.first_sent_at > now() - make_interval(hours => $11::int))
    RETURNING id, fence, tries, idempotency_key, first_sent_at < sent_at AS in_doubt),
  noted AS (
    INSERT INTO audit_entries (kind, person_id, role, environment, account_id, operation, operation_id, detail)
    SELECT 'operation-sent', $5, $12, $1, $6, $2, id, $13::jsonb || jsonb_build_object('tries', tries) FROM sent)
  SELECT id, fence, tries, idempotency_key AS "idempotencyKey", in_doubt AS "inDoubt" FROM sent`;

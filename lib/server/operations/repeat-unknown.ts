import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { operations } from "@/lib/klarna/operations";
import { can, type Role } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { unseal } from "../crypto";
import { query } from "../db/client";
import { isDatabaseDown } from "../door";
import { logFault } from "../log";
import { permissionsFor } from "../permit";
import { change } from "./change";
import { repeatableHours } from "./record";
import { isRepeatable } from "./settle";

interface Unsettled {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly attempt: string;
  readonly idempotencyKey: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly personId: string;
  readonly role: Role;
}

/**
 * Sends again, as it was and with the same key, each change whose outcome is unknown and whose time has come. In the name of
 * the person who asked for it, if they still may; never after Klarna forgets the key, never what answers with a secret.
 */
export async function repeatUnknown(): Promise<void> {
  await query(abandonStatement, [repeatableHours]);
  for (const unsettled of await query<Unsettled>(dueStatement, [repeatableHours])) await repeat(unsettled);
}

/** Asks again now for one change, because a person wants to know. */
export async function repeatNow(environment: Environment, attempt: string): Promise<void> {
  const [unsettled] = await query<Unsettled>(`${unsettledStatement} AND o.environment = $2 AND o.attempt = $3`, [repeatableHours, environment, attempt]);
  if (unsettled) await repeat(unsettled);
}

/** One that can't be repeated waits for a person; it never keeps the others waiting. */
async function repeat(unsettled: Unsettled): Promise<void> {
  try {
    await send(unsettled);
  } catch (error) {
    // Refused, still unknown, or sent by somebody else meanwhile: all of it is written down already.
    if (error instanceof ProblemError) return;
    if (isDatabaseDown(error)) throw error;
    logFault("repeat failed", error, { operation: unsettled.name, environment: unsettled.environment });
    await postpone(unsettled.id);
  }
}

async function send({ id, environment, name, attempt, idempotencyKey, params, body: sealed, personId, role }: Unsettled): Promise<void> {
  const operation = operations.get(name);
  if (!operation || !isRepeatable(operation)) return postpone(id);
  const body = sealed ? unseal(`operations.body ${idempotencyKey}`, sealed) : undefined;
  const value: unknown = body === undefined ? undefined : JSON.parse(body);
  if (!permissionsFor(operation, { query: undefined, value }).every((permission) => can(role, permission))) return postpone(id);
  await change({ personId, role }, { environment, operation, params, attempt, body, value }, "background");
}

/** Not the desk's to repeat: it waits, as unknown, for a person. */
async function postpone(id: string): Promise<void> {
  await query("UPDATE operations SET state = 'unknown', next_try_at = NULL WHERE id = $1 AND (state = 'unknown' OR (state = 'sent' AND lease_until < now()))", [
    id,
  ]);
}

// Due, or left by a process that died, but nobody's to send again: its person was disabled, or its key is too old.
const abandonStatement = `
  UPDATE operations o SET state = 'unknown', next_try_at = NULL FROM people p
  WHERE p.id = o.person_id AND ((o.state = 'sent' AND o.lease_until < now()) OR (o.state = 'unknown' AND o.next_try_at <= now()))
    AND (p.disabled_at IS NOT NULL OR o.first_sent_at <= now() - make_interval(hours => $1::int))`;

const unsettledStatement = `
  SELECT o.id, o.environment, o.name, o.attempt, o.idempotency_key AS "idempotencyKey", o.params, o.body, o.person_id AS "personId", p.role
  FROM operations o JOIN people p ON p.id = o.person_id
  WHERE p.disabled_at IS NULL AND o.first_sent_at > now() - make_interval(hours => $1::int)
    AND (o.state = 'unknown' OR (o.state = 'sent' AND o.lease_until < now()))`;

const dueStatement = `${unsettledStatement} AND (o.next_try_at <= now() OR (o.state = 'sent' AND o.lease_until < now())) ORDER BY o.next_try_at LIMIT 20`;

import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { everyOperation } from "@/lib/klarna/every-operation";
import { can, type Role } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { unseal } from "../crypto";
import { query, queryOften } from "../db/client";
import { isDatabaseDown } from "../door";
import { connected } from "../klarna/settings";
import { logFault } from "../log";
import { permissionsFor, requirePermissions } from "../permit";
import type { Session } from "../session";
import { change } from "./change";
import { repeatableHours } from "./key";
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
  readonly fence: number;
}

/**
 * Sends again, as it was and with the same key, each change whose outcome is unknown and whose time has come. In the name of
 * the person who asked for it, if they still may; never after Klarna forgets the key, never what answers with a secret.
 */
export async function repeatUnknown(): Promise<void> {
  await queryOften(abandonStatement, [repeatableHours]);
  await repeatDue();
}

/**
 * The same for what is due and may be sent. Several of these may run side by side, so that an answer which doesn't come holds up nobody else;
 * for one merchant this process repeats one thing after another.
 */
export async function repeatDue(): Promise<void> {
  for (const unsettled of await queryOften<Unsettled>(dueStatement, [repeatableHours, [...busy], connected()])) {
    const merchant = merchantOf(unsettled);
    if (busy.has(merchant)) continue;
    busy.add(merchant);
    try {
      await repeat(unsettled);
    } finally {
      busy.delete(merchant);
    }
  }
}

/** The merchants for whom something is being repeated. */
const busy = new Set<string>();

/** What has no account yet stands for itself. */
function merchantOf({ environment, params, id }: Unsettled): string {
  return `${environment} ${params.account_id ?? id}`;
}

/** Asks again now for one change, because a person wants to know. */
export async function repeatNow(environment: Environment, attempt: string): Promise<void> {
  const [unsettled] = await query<Unsettled>(`${unsettledStatement} AND o.environment = $2 AND o.attempt = $3`, [repeatableHours, environment, attempt]);
  if (unsettled) await repeat(unsettled);
}

/** Asks again now, in the name of whoever wants to know: they must be allowed to do it themselves. Answers false when it may not be sent again. */
export async function repeatAs(session: Session, id: string, fence: number): Promise<boolean> {
  const [unsettled] = await query<Unsettled>(`${unsettledByAnyone} AND o.id = $2 AND o.fence = $3`, [repeatableHours, id, fence]);
  const operation = unsettled && everyOperation.get(unsettled.name);
  if (!operation || !isRepeatable(operation)) return false;
  const { environment, params, attempt } = unsettled;
  await requirePermissions(session, operation, environment, { params, attempt, query: undefined, ...sentBy(unsettled) });
  await repeat({ ...unsettled, personId: session.personId, role: session.role });
  return true;
}

/** One that can't be repeated waits for a person; it never keeps the others waiting. */
async function repeat(unsettled: Unsettled): Promise<void> {
  try {
    await send(unsettled);
  } catch (error) {
    // Refused, still unknown, or sent by somebody else meanwhile: all of it is written down already. What couldn't be recorded as the same change never can.
    if (error instanceof ProblemError) return error.problem.status === 409 ? postpone(unsettled) : undefined;
    if (isDatabaseDown(error)) throw error;
    logFault("repeat failed", error, { operation: unsettled.name, environment: unsettled.environment });
    await postpone(unsettled);
  }
}

async function send(unsettled: Unsettled): Promise<void> {
  const { environment, name, attempt, params, personId, role, fence } = unsettled;
  const operation = everyOperation.get(name);
  if (!operation || !isRepeatable(operation)) return postpone(unsettled);
  const { body, value } = sentBy(unsettled);
  if (!permissionsFor(operation, { query: undefined, value }).every((permission) => can(role, permission))) return postpone(unsettled);
  await change({ personId, role }, { environment, operation, params, attempt, body, value, seenAt: fence }, "background");
}

function sentBy({ idempotencyKey, body: sealed }: Unsettled): { readonly body: string | undefined; readonly value: unknown } {
  const body = sealed ? unseal(`operations.body ${idempotencyKey}`, sealed) : undefined;
  return { body, value: body === undefined ? undefined : JSON.parse(body) };
}

/** Not the desk's to repeat: it waits, as unknown, for a person. What was recorded since it was seen is left alone. */
async function postpone({ id, fence }: Unsettled): Promise<void> {
  await query(
    `UPDATE operations SET state = 'unknown', next_try_at = NULL, next_look_at = coalesce(next_look_at, now())
     WHERE id = $1 AND fence = $2 AND (state = 'unknown' OR (state = 'sent' AND lease_until < now()))`,
    [id, fence],
  );
}

// Due, or left by a process that died, but nobody's to send again: its person was disabled, or its key is too old.
const abandonStatement = `
  UPDATE operations o SET state = 'unknown', next_try_at = NULL, next_look_at = coalesce(o.next_look_at, now()) FROM people p
  WHERE p.id = o.person_id AND ((o.state = 'sent' AND o.lease_until < now()) OR (o.state = 'unknown' AND o.next_try_at <= now()))
    AND (p.disabled_at IS NOT NULL OR o.first_sent_at <= now() - make_interval(hours => $1::int))`;

const unsettledByAnyone = `
  SELECT o.id, o.environment, o.name, o.attempt, o.idempotency_key AS "idempotencyKey", o.params, o.body, o.person_id AS "personId", p.role, o.fence
  FROM operations o JOIN people p ON p.id = o.person_id
  WHERE o.first_sent_at > now() - make_interval(hours => $1::int)
    AND (o.state = 'unknown' OR (o.state = 'sent' AND o.lease_until < now()))`;

const unsettledStatement = `${unsettledByAnyone} AND p.disabled_at IS NULL`;

const dueStatement = `${unsettledStatement} AND (o.next_try_at <= now() OR o.state = 'sent') AND o.environment = ANY($3)
  AND o.environment || ' ' || coalesce(o.params->>'account_id', o.id::text) <> ALL($2::text[]) ORDER BY o.next_try_at LIMIT 20`;

import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { everyOperation } from "@/lib/klarna/every-operation";
import type { Operation } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";

import { unseal } from "../crypto";
import { query, queryOften } from "../db/client";
import { isDatabaseDown } from "../door";
import { env } from "../env";
import { isNotThere } from "../klarna/from-klarna";
import type { Priority } from "../klarna/lanes";
import { connected } from "../klarna/settings";
import { logFault } from "../log";
import { type Before, beforeOf } from "./before";
import { conclude } from "./conclude";
import { read } from "./read";
import { readBackOf, thingIn } from "./read-back";
import { type Weighed, weighLook } from "./weigh-look";

interface Unsettled {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  readonly fence: number;
  readonly body: Buffer | null;
  readonly before: Before | null;
  readonly quiet: boolean;
  readonly othersSince: boolean;
  readonly told: boolean;
}

/**
 * Looks at Klarna whether changes of unknown outcome were done, those whose time has come; and settles what a read proves. It sends
 * nothing that changes anything, so it also serves what may never be sent again.
 */
export async function lookAtUnknown(): Promise<void> {
  for (const unsettled of await queryOften<Unsettled>(takeDueStatement, [env().DESK_TIME_SCALE, connected()])) await lookAt(unsettled, "background");
}

/** Looks now for one of them, because a person wants to know. */
export async function lookNow(id: string): Promise<void> {
  const [unsettled] = await query<Unsettled>(takeOneStatement, [env().DESK_TIME_SCALE, id]);
  if (unsettled) await lookAt(unsettled, "interactive");
}

/** Longer than Klarna works on anything (59 s): after that, what isn't done won't be. */
export const quietSeconds = 150;

/** One that can't be looked at never keeps the others waiting. */
async function lookAt(unsettled: Unsettled, priority: Priority): Promise<void> {
  const { id, name, fence, told, environment } = unsettled;
  const operation = everyOperation.get(name);
  if (!operation || !readBackOf(operation)) return lookNoMore(id);
  try {
    const { finding, fields, proves } = await lookFor(unsettled, operation, priority);
    await note(id, finding, fields);
    if (proves) await conclude({ id, operation, fence, verdict: proves, settledBy: told ? "webhook" : "read" });
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    const problem = error instanceof ProblemError ? error.problem : undefined;
    if (!problem) logFault("look failed", error, { operation: name, environment });
    await note(id, "unread", [], problem?.code ?? "UNEXPECTED", problem?.errorId);
  }
}

async function lookFor(unsettled: Unsettled, operation: Operation, priority: Priority): Promise<Weighed> {
  const { params, quiet, othersSince } = unsettled;
  const thing = await thingAtKlarna(unsettled, operation, priority);
  // What can't be told from its like says nothing.
  if (thing === undefined) return { finding: "differs", fields: [], proves: undefined };
  return weighLook({ operation, sent: sentBy(unsettled), before: beforeOf(operation, params, unsettled.before), quiet, othersSince }, thing);
}

async function thingAtKlarna({ environment, params, ...unsettled }: Unsettled, operation: Operation, priority: Priority): Promise<object | null | undefined> {
  const readBack = readBackOf(operation);
  if (!readBack) return undefined;
  const expand = expansionsFor(readBack, sentBy({ environment, params, ...unsettled }));
  try {
    const { output } = await read({ environment, operation: readBack, params, ...(expand.length > 0 && { query: { expand } }) }, priority);
    return thingIn(operation, output, params);
  } catch (error) {
    if (error instanceof ProblemError && isNotThere(error.problem)) return null;
    throw error;
  }
}

/** The parts of an account that were sent must come with it: `extra-account-data.business-information` where that was. */
function expansionsFor({ expansions = {} }: Operation, sent: unknown): readonly string[] {
  return Object.keys(expansions).filter((path) => {
    const names = path.replaceAll("-", "_").split(".");
    return names.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], sent) !== undefined;
  });
}

function sentBy({ body, idempotencyKey }: Unsettled): unknown {
  return body ? JSON.parse(unseal(`operations.body ${idempotencyKey}`, body)) : undefined;
}

async function lookNoMore(id: string): Promise<void> {
  await query("UPDATE operations SET next_look_at = NULL WHERE id = $1", [id]);
}

async function note(id: string, finding: Weighed["finding"], fields: readonly string[], code?: string, errorId?: string): Promise<void> {
  await query("INSERT INTO operation_looks (operation_id, finding, fields, code, error_id) VALUES ($1, $2, $3, $4, $5)", [
    id,
    finding,
    JSON.stringify(fields),
    code ?? null,
    errorId ?? null,
  ]);
}

// Taken by writing when it is looked at next: 10 s, 30 s, 90 s … 1 h, for a week. What the directory knew counts if it was seen in the hour before.
const take = (which: string) => `
  WITH due AS (SELECT u.id FROM operations u WHERE u.state = 'unknown' AND ${which} LIMIT 20 FOR UPDATE SKIP LOCKED)
  UPDATE operations o SET looks = looks + 1,
    next_look_at = CASE WHEN o.first_sent_at > now() - interval '7 days' THEN now() + make_interval(secs => least(3600, 10 * power(3, least(o.looks, 6))) * $1::float8) END
  FROM due
  WHERE o.id = due.id
  RETURNING o.id, o.environment, o.name, o.params, o.idempotency_key AS "idempotencyKey", o.fence, o.body,
    CASE WHEN coalesce(o.before->'enablement'->>'seen_at', o.before->>'seen_at')::timestamptz > o.first_sent_at - interval '1 hour' THEN o.before END AS before,
    o.sent_at < now() - make_interval(secs => ${quietSeconds} * $1::float8) AS quiet,
    EXISTS (SELECT FROM operations x WHERE x.environment = o.environment AND x.account_id = o.account_id AND x.id <> o.id AND x.state <> 'rejected'
            AND x.sent_at > o.first_sent_at AND (split_part(x.name, '.', 1) = split_part(o.name, '.', 1) OR x.name LIKE 'accounts.%' OR o.name LIKE 'accounts.%')) AS "othersSince",
    EXISTS (SELECT FROM webhook_events w WHERE w.environment = o.environment AND w.account_id = o.account_id AND w.received_at > o.first_sent_at
            AND w.event_type LIKE '%.product.%' AND o.name LIKE 'paymentProducts.%') AS told`;

// Also when Klarna has told something of the account since: it may be just this.
const takeDueStatement = take(`u.environment = ANY($2) AND (u.next_look_at <= now() OR (u.next_look_at IS NOT NULL AND u.account_id IS NOT NULL AND EXISTS (
  SELECT FROM webhook_events w WHERE w.environment = u.environment AND w.account_id = u.account_id AND w.received_at > u.sent_at
    AND w.received_at > coalesce((SELECT max(l.at) FROM operation_looks l WHERE l.operation_id = u.id), u.sent_at))))`);
const takeOneStatement = take("u.id = $2");

import "server-only";
import { createHash } from "node:crypto";

import type { RefusalReason } from "@/lib/desk/webhook";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { isDatabaseDown } from "../door";
import { logFault } from "../log";

// Whoever sends rubbish fills neither the database nor the page: a minute has so many rows, and an environment keeps so many.
const rowsAMinute = 30;
const mostRows = 1_000;

const minutes = new Map<Environment, { begins: number; rows: number; more: number }>();

/** Notes that a delivery was refused, so that a wrong key can be seen on the page. Only what can't do harm is kept of it; never throws. */
export async function noteRefusal(environment: Environment, error: unknown, keyId: string | null, raw: Buffer | undefined): Promise<void> {
  const reason = reasonOf(error);
  const minute = minuteOf(environment);
  if (!reason) return;
  if (minute.rows >= rowsAMinute) {
    minute.more += 1;
    return;
  }
  const { more } = minute;
  minute.rows += 1;
  minute.more = 0;
  try {
    await query(refusalStatement, [
      environment,
      reason,
      believable(keyId),
      raw?.length ?? null,
      raw ? createHash("sha256").update(raw).digest() : null,
      more,
      mostRows,
    ]);
  } catch (fault) {
    if (!isDatabaseDown(fault)) logFault("refusal not noted", fault, { environment });
  }
}

const reasons: readonly string[] = ["UNKNOWN_KEY", "BAD_SIGNATURE", "OTHER_ENVIRONMENT", "INVALID_JSON", "TOO_LARGE"] satisfies RefusalReason[];

function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return [error.cause, error.problem.code].map(String).find((name) => reasons.includes(name));
}

function minuteOf(environment: Environment) {
  const now = performance.now();
  const known = minutes.get(environment);
  if (known && now - known.begins < 60_000) return known;
  const begun = { begins: now, rows: 0, more: known?.more ?? 0 };
  minutes.set(environment, begun);
  return begun;
}

/** A key's id as Klarna writes them; anything else that was sent in its place isn't kept. */
function believable(keyId: string | null): string | null {
  return keyId !== null && /^[\w:.-]{1,120}$/.test(keyId) ? keyId : null;
}

const refusalStatement = `
  WITH noted AS (
    INSERT INTO webhook_refusals (environment, reason, signing_key_id, length, digest, more) VALUES ($1, $2, $3, $4, $5, $6))
  DELETE FROM webhook_refusals WHERE id IN (
    SELECT id FROM webhook_refusals WHERE environment = $1 ORDER BY received_at DESC OFFSET $7::int - 1)`;

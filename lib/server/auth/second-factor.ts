import "server-only";
import { Secret, TOTP } from "otpauth";

import { keyedHash, seal, unseal } from "../crypto";
import { query } from "../db/client";
import { databaseTime } from "../db/clock";

const seconds = 30;

/** The generator of one person's codes. Apps know one kind for certain: SHA-1, six digits, half a minute. */
export function generator(key: string, email = ""): TOTP {
  return new TOTP({ issuer: "Partner Desk", label: email, secret: Secret.fromBase32(key), algorithm: "SHA1", digits: 6, period: seconds });
}

/** A secret as it is stored, and back: a copy in another person's row can't be read. */
export function sealKey(personId: string, key: string): Buffer {
  return seal(`second_factors.secret ${personId}`, key);
}

/** Whether somebody's codes are asked for when they sign in with their password. */
export async function hasSecondFactor(personId: string): Promise<boolean> {
  const [row] = await query("SELECT FROM second_factors WHERE person_id = $1 AND confirmed_at IS NOT NULL", [personId]);
  return row !== undefined;
}

/** Whether one has a second factor, and how many recovery codes are left. */
export async function ownSecondFactor(personId: string): Promise<{ readonly on: boolean; readonly codesLeft: number }> {
  const [on, [row]] = await Promise.all([
    hasSecondFactor(personId),
    query<{ left: number }>("SELECT count(*)::int AS left FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL", [personId]),
  ]);
  return { on, codesLeft: row?.left ?? 0 };
}

/** Takes a code of the app, or one of the recovery codes, and spends it: the same is never accepted twice. */
export async function spendCode(personId: string, typed: string): Promise<"app" | "recovery" | undefined> {
  const plain = typed.replace(/[\s-]/g, "");
  if (/^\d{6}$/.test(plain)) return (await spendAppCode(personId, plain)) ? "app" : undefined;
  return (await spendRecoveryCode(personId, plain)) ? "recovery" : undefined;
}

/** Of which half minute a code of the app is, and of which sealed key: of this one, the one before or after, or of none. */
export async function stepOf(personId: string, code: string, which: "confirmed_at IS NOT NULL" | "confirmed_at IS NULL") {
  const [row] = await query<{ secret: Buffer }>(`SELECT secret FROM second_factors WHERE person_id = $1 AND ${which}`, [personId]);
  if (!row) return undefined;
  const now = (await databaseTime()).getTime();
  const delta = generator(unseal(`second_factors.secret ${personId}`, row.secret)).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : { step: Math.floor(now / 1_000 / seconds) + delta, secret: row.secret };
}

/** What is stored of a recovery code. O and 0, I, L and 1 are the same to whoever reads them from paper. */
export function recoveryHash(personId: string, code: string): Buffer {
  const plain = code.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return keyedHash("recovery code", JSON.stringify([personId, plain]));
}

/** Takes a code of the app that is newer than any taken before. */
async function spendAppCode(personId: string, code: string): Promise<boolean> {
  const given = await stepOf(personId, code, "confirmed_at IS NOT NULL");
  if (!given) return false;
  const [taken] = await query(
    `UPDATE second_factors SET last_step = $2
     WHERE person_id = $1 AND secret = $3 AND confirmed_at IS NOT NULL AND coalesce(last_step, 0) < $2 RETURNING person_id`,
    [personId, given.step, given.secret],
  );
  return taken !== undefined;
}

async function spendRecoveryCode(personId: string, code: string): Promise<boolean> {
  const [used] = await query(
    `WITH used AS (
       UPDATE recovery_codes SET used_at = now() WHERE code_hash = $1 AND person_id = $2 AND used_at IS NULL RETURNING person_id)
     INSERT INTO audit_entries (kind, person_id, detail)
     SELECT 'recovery-code-used', person_id, jsonb_build_object('left', (SELECT count(*) - 1 FROM recovery_codes r WHERE r.person_id = $2 AND r.used_at IS NULL))
     FROM used RETURNING id`,
    [recoveryHash(personId, code), personId],
  );
  return used !== undefined;
}

import "server-only";
import { randomInt } from "node:crypto";
import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { Secret } from "otpauth";

import type { Enrolment } from "@/lib/desk/second-factor";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { env } from "../env";
import type { Session } from "../session";
import { resetSecondFactor } from "../team/proofs";
import { generator, recoveryHash, sealKey, stepOf } from "./second-factor";
import { giveBack, requireTry } from "./throttle";

const codes = 10;

/** Makes a new key for the app. It doesn't count before a code of it was seen. Throws 409 when there is one that counts. */
export async function startSecondFactor({ personId, email }: Session): Promise<Enrolment> {
  const key = new Secret({ size: 20 }).base32;
  const [made] = await query(
    `INSERT INTO second_factors AS f (person_id, secret) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, created_at = now(), last_step = NULL WHERE f.confirmed_at IS NULL RETURNING person_id`,
    [personId, sealKey(personId, key)],
  );
  if (!made)
    throw new ProblemError({ status: 409, code: "HAS_SECOND_FACTOR", message: "You have a second factor already. Remove it before you set up another." });
  // Drawn here, so that no script for it goes to the browser. Quiet zone included.
  const code = generate(generator(key, email).toString(), { minCorrectionLevel: correction.M });
  return { key, picture: { size: code.size, path: toSvgPath(code) } };
}

/** Begins to ask for the app's codes, once a first one was right; answers the recovery codes, which nobody sees again. */
export async function confirmSecondFactor(code: string, session: Session): Promise<readonly string[]> {
  const attempt = { email: session.email, address: "signed in", knownDevice: session.id };
  await requireTry(attempt);
  const given = await stepOf(session.personId, code.replace(/\s/g, ""), "confirmed_at IS NULL");
  const made = given && (await makeRecoveryCodes("second-factor-added", session, confirmed, [given.step, given.secret]));
  if (!made) throw wrongCode();
  await giveBack(attempt);
  return made;
}

/** Makes new recovery codes; those before are worth nothing from now on. Throws 409 without a second factor. */
export async function newRecoveryCodes(session: Session): Promise<readonly string[]> {
  const made = await makeRecoveryCodes("recovery-codes-made", session, counting);
  if (!made) throw new ProblemError({ status: 409, code: "NO_SECOND_FACTOR", message: "Set up a second factor first." });
  return made;
}

/** Stops asking for codes. Throws 409 where the person's role must have a second factor. */
export async function removeSecondFactor(session: Session): Promise<void> {
  if (env().signIn.secondFactorRoles.includes(session.role) && session.method === "password")
    throw new ProblemError({ status: 409, code: "SECOND_FACTOR_DUE", message: `Your role (${session.role}) needs a second factor. An admin can reset it.` });
  await resetSecondFactor(session.personId, session);
}

/** For a code that isn't right, on the field it was typed into. */
export function wrongCode(): ProblemError {
  const message = "This code isn't right, or was used already. Wait for the next one and check the clock of your telephone";
  return new ProblemError({ status: 400, code: "INVALID_INPUT", message: "Some fields need attention.", fields: [{ path: "code", message }] });
}

// What a second factor must be to get recovery codes. One that is confirmed counts, has its codes and stands in the log at once, or none of it.
const counting = "SELECT person_id FROM second_factors WHERE person_id = $1 AND confirmed_at IS NOT NULL FOR UPDATE";
const confirmed =
  "UPDATE second_factors SET last_step = $5, confirmed_at = now() WHERE person_id = $1 AND secret = $6 AND confirmed_at IS NULL RETURNING person_id";

async function makeRecoveryCodes(
  kind: "second-factor-added" | "recovery-codes-made",
  { personId, role }: Session,
  owner: string,
  values: readonly unknown[] = [],
): Promise<readonly string[] | undefined> {
  const made = Array.from({ length: codes }, newCode);
  const [noted] = await query(
    `WITH owner AS (${owner}),
     earlier AS (DELETE FROM recovery_codes WHERE person_id IN (SELECT person_id FROM owner)),
     made AS (INSERT INTO recovery_codes (code_hash, person_id) SELECT unnest($2::bytea[]), person_id FROM owner)
     INSERT INTO audit_entries (kind, person_id, role) SELECT $3, person_id, $4 FROM owner RETURNING id`,
    [personId, made.map((code) => recoveryHash(personId, code)), kind, role, ...values],
  );
  return noted && made;
}

// Without letters that look like others: 50 bits, in two halves.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function newCode(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

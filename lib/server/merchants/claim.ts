import "server-only";
import { type Claim, claimMinutes } from "@/lib/desk/claim";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { utc } from "../db/utc";

/** Who works on a merchant now; null when nobody has said so, or it was too long ago. */
export async function claimOf(environment: Environment, accountId: string): Promise<Claim | null> {
  const [claim] = await query<Claim>(
    `SELECT c.person_id, p.name AS by, ${utc("c.claimed_at")} AS since, ${utc("c.until")} AS until FROM merchant_claims c JOIN people p ON p.id = c.person_id
     WHERE c.environment = $1 AND c.account_id = $2 AND c.until > now() AND p.disabled_at IS NULL`,
    [environment, accountId],
  );
  return claim ?? null;
}

/**
 * Says that a person works on a merchant now. What a colleague claims is taken over only from the one whom the person meant (`over`): throws 409 with
 * the name of whoever works on it otherwise.
 */
export async function claim(environment: Environment, accountId: string, personId: string, over: string | undefined): Promise<Claim | null> {
  const [claimed] = await query(claimStatement, [environment, accountId, personId, over ?? null]);
  const now = await claimOf(environment, accountId);
  if (claimed) return now;
  if (!now) throw new ProblemError({ status: 404, code: "UNKNOWN_MERCHANT", message: "The desk doesn't know this merchant yet." });
  throw new ProblemError({ status: 409, code: "CLAIMED", message: `${now.by} says that they are working on this merchant. Talk to them, or take it over.` });
}

/** Goes on with a claim that still stands; answers who works on the merchant now, which may be somebody else by then. */
export async function renewClaim(environment: Environment, accountId: string, personId: string): Promise<Claim | null> {
  await query(`UPDATE merchant_claims SET until = now() + ${lasting} WHERE environment = $1 AND account_id = $2 AND person_id = $3 AND until > now()`, [
    environment,
    accountId,
    personId,
  ]);
  return claimOf(environment, accountId);
}

/** Says that a person works on it no more. What a colleague has claimed since stays theirs. */
export async function releaseClaim(environment: Environment, accountId: string, personId: string): Promise<Claim | null> {
  await query("DELETE FROM merchant_claims WHERE environment = $1 AND account_id = $2 AND person_id = $3", [environment, accountId, personId]);
  return claimOf(environment, accountId);
}

const lasting = `interval '${claimMinutes} minutes'`;

const claimStatement = `
  INSERT INTO merchant_claims AS c (environment, account_id, person_id, until)
  SELECT environment, account_id, $3, now() + ${lasting} FROM merchants WHERE environment = $1 AND account_id = $2
  ON CONFLICT (environment, account_id) DO UPDATE SET person_id = excluded.person_id, until = excluded.until,
    claimed_at = CASE WHEN c.person_id = excluded.person_id AND c.until > now() THEN c.claimed_at ELSE now() END
  WHERE c.person_id = excluded.person_id OR c.person_id = $4 OR c.until <= now() OR EXISTS (SELECT FROM people p WHERE p.id = c.person_id AND p.disabled_at IS NOT NULL)
  RETURNING person_id`;

import "server-only";

import { query } from "../db/client";
import type { By } from "./role";

/** Takes a person's second factor and recovery codes away, for whoever has lost both. Answers whether there was one. */
export async function resetSecondFactor(personId: string, by: By): Promise<boolean> {
  const [reset] = await query(
    `WITH reset AS (DELETE FROM second_factors WHERE person_id = $1 RETURNING person_id),
     codes AS (DELETE FROM recovery_codes WHERE person_id = $1)
     INSERT INTO audit_entries (kind, person_id, role, detail)
     SELECT 'second-factor-reset', $2, $3, jsonb_build_object('person', person_id) FROM reset RETURNING id`,
    [personId, by?.personId ?? null, by?.role ?? null],
  );
  return reset !== undefined;
}

/** Forgets who this person is at the provider, and ends what they opened with it: the next sign-in there links anew, or is refused. */
export async function unlinkIdentity(personId: string, by: By): Promise<void> {
  await query(
    `WITH unlinked AS (DELETE FROM identities WHERE person_id = $1 RETURNING person_id),
     ended AS (
       UPDATE sessions SET ended_at = now(), end_reason = 'unlinked'
       WHERE person_id IN (SELECT person_id FROM unlinked) AND method = 'provider' AND ended_at IS NULL)
     INSERT INTO audit_entries (kind, person_id, role, detail)
     SELECT 'identity-unlinked', $2, $3, jsonb_build_object('person', person_id) FROM unlinked`,
    [personId, by?.personId ?? null, by?.role ?? null],
  );
}

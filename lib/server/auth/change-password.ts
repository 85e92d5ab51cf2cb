import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { Session } from "../session";
import { requirePasswords } from "../team/link";
import { endSessions } from "../team/sessions";
import { hashPassword, passwordFits, requireGoodPassword } from "./password";
import { giveBack, requireTry } from "./throttle";

/** Changes one's own password, and ends one's other sessions and one-time links. Throws 400 on the field that doesn't fit. */
export async function changePassword({ current, password }: { readonly current: string; readonly password: string }, session: Session): Promise<void> {
  const attempt = { email: session.email, address: "signed in", knownDevice: session.id };
  requirePasswords();
  await requireTry(attempt);
  const [person] = await query<{ passwordHash: string | null }>(`SELECT password_hash AS "passwordHash" FROM people WHERE id = $1`, [session.personId]);
  if (!(await passwordFits(current, person?.passwordHash))) {
    throw new ProblemError({
      status: 400,
      code: "INVALID_INPUT",
      message: "Some fields need attention.",
      fields: [{ path: "current", message: "This isn't your current password" }],
    });
  }
  await giveBack(attempt);
  requireGoodPassword(password);
  const hash = await hashPassword(password);
  await query(
    `WITH changed AS (UPDATE people SET password_hash = $2 WHERE id = $1 RETURNING id),
     spent AS (UPDATE one_time_links SET used_at = now() WHERE person_id IN (SELECT id FROM changed) AND used_at IS NULL),
     ended AS (UPDATE sessions SET ended_at = now(), end_reason = 'password changed' WHERE person_id = $1 AND id <> $3 AND ended_at IS NULL)
     INSERT INTO audit_entries (kind, person_id, role) SELECT 'password-changed', id, $4 FROM changed`,
    [session.personId, hash, session.id, session.role],
  );
  // That statement didn't see what was opened by the old password while it waited.
  await endSessions(session.personId, { kept: session.id }, session);
}

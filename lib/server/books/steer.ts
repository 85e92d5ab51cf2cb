import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { Session } from "../session";
import { locked } from "./export";

/** Takes an export back: what it held can be exported again. Its file stays as it is, to be downloaded. */
export async function takeBack(environment: Environment, id: string, by: Session): Promise<void> {
  const [done] = await query(takeBackStatement, [environment, id, by.personId, by.role]);
  if (done) return;
  const [found] = await query<{ month: string; over: boolean }>(
    "SELECT month, taken_back_at IS NOT NULL AS over FROM book_exports WHERE environment = $1 AND id = $2",
    [environment, id],
  );
  if (!found) throw new ProblemError({ status: 404, code: "NOT_FOUND", message: "There is no such export." });
  if (!found.over) throw locked(found.month);
}

/** Locks a month, or unlocks it. What is so already stays as it is. */
export async function lockMonth(environment: Environment, month: string, lock: boolean, by: Session): Promise<void> {
  await query(lock ? lockStatement : unlockStatement, [environment, month, by.personId, by.role]);
}

const takeBackStatement = `
  WITH held AS (
    UPDATE book_months m SET month = m.month FROM book_exports x
    WHERE x.environment = $1 AND x.id = $2 AND m.environment = x.environment AND m.month = x.month AND m.locked_at IS NULL RETURNING m.month),
  taken AS (
    UPDATE book_exports x SET taken_back_at = now(), taken_back_by = $3 FROM held
    WHERE x.environment = $1 AND x.id = $2 AND x.taken_back_at IS NULL RETURNING x.id, x.environment, x.month),
  freed AS (UPDATE book_entries e SET taken_back_at = now() FROM taken WHERE e.export_id = taken.id RETURNING 1)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'books-taken-back', $3, $4, environment, jsonb_build_object('export', id, 'month', month, 'entries', (SELECT count(*) FROM freed)) FROM taken RETURNING id`;

const lockStatement = `
  WITH done AS (
    INSERT INTO book_months AS m (environment, month, locked_at, locked_by) VALUES ($1, $2, now(), $3)
    ON CONFLICT (environment, month) DO UPDATE SET locked_at = now(), locked_by = excluded.locked_by WHERE m.locked_at IS NULL RETURNING m.environment, m.month)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'books-locked', $3, $4, environment, jsonb_build_object('month', month) FROM done`;

const unlockStatement = `
  WITH done AS (
    UPDATE book_months SET locked_at = NULL, locked_by = NULL WHERE environment = $1 AND month = $2 AND locked_at IS NOT NULL RETURNING environment, month)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'books-unlocked', $3::uuid, $4, environment, jsonb_build_object('month', month) FROM done`;

import "server-only";
import type { AuditedPlan } from "@/lib/desk/fee-audit";

import { query } from "../../db/client";
import type { FeeRow, Finding } from "./judge";
import type { Tally } from "./tally";

/** One attempt to hold a load's fees against the plans: what it writes is seen once it is whole. */
export interface Attempt {
  readonly loadId: number;
  readonly attempt: number;
}

const rowsAtOnce = 10_000;
const deletedAtOnce = 50_000;

/** Begins an attempt, and clears away what others have left. */
export async function beginAttempt(loadId: number): Promise<Attempt> {
  const [begun] = await query<{ attempt: number }>("UPDATE fee_audits SET attempt = attempt + 1 WHERE load_id = $1 RETURNING attempt", [loadId]);
  if (!begun) throw new Error("The load was cleared away before its fees were looked at.");
  await clear(loadId);
  return { loadId, attempt: begun.attempt };
}

/** Keeps the fees that differ. */
export async function keepLines({ loadId, attempt }: Attempt, found: readonly (readonly [FeeRow, Finding])[]): Promise<void> {
  const lines = found.flatMap(([row, { reason, priced }]) => (priced && reason !== "as-planned" ? [{ row, reason, priced }] : []));
  if (lines.length === 0) return;
  await query(
    `INSERT INTO fee_audit_lines (load_id, attempt, line, account_word, plan_word, reason, expected, captured, percentage, fixed, plan_version)
     SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::int[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::int[])`,
    [
      ...[loadId, attempt, lines.map(({ row }) => row.line), lines.map(({ row }) => row.account), lines.map(({ row }) => row.planWord)],
      ...[lines.map(({ reason }) => reason), lines.map(({ priced }) => String(priced.expected)), lines.map(({ priced }) => String(priced.captured))],
      ...[lines.map(({ priced }) => String(priced.price.percentage)), lines.map(({ priced }) => String(priced.price.fixed))],
      lines.map(({ priced }) => priced.version),
    ],
  );
}

/** Keeps what all fees come to, and makes the attempt the one that counts, unless a later one was begun. */
export async function endAttempt({ loadId, attempt }: Attempt, tally: Tally, plans: readonly AuditedPlan[]): Promise<void> {
  const sums = tally.sums();
  for (let from = 0; from < sums.length; from += rowsAtOnce) {
    const some = sums.slice(from, from + rowsAtOnce);
    await query(
      `INSERT INTO fee_audit_sums (load_id, attempt, account_word, outcome, reason, detail, rows, charged, expected)
       SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::int[], $8::bigint[], $9::bigint[])`,
      [
        ...[loadId, attempt, some.map(({ account }) => account), some.map(({ outcome }) => outcome), some.map(({ reason }) => reason)],
        ...[some.map(({ detail }) => detail), some.map(({ rows }) => rows), some.map(({ charged }) => String(charged))],
        some.map(({ expected }) => String(expected)),
      ],
    );
  }
  await query(
    "UPDATE fee_audits SET result = $2, checked_at = now(), plans = $3::jsonb, wanted_at = NULL, tries = 0 WHERE load_id = $1 AND attempt = $2 RETURNING load_id",
    [loadId, attempt, JSON.stringify(plans)],
  );
  await clear(loadId);
}

/** Takes away everything that was found of a load's fees. */
export async function dropFeeAudit(loadId: number): Promise<void> {
  await query("DELETE FROM fee_audits WHERE load_id = $1", [loadId]);
  await clear(loadId);
}

/** Takes away what doesn't count, some at a time: of attempts that weren't ended, and of those that another has taken the place of. */
async function clear(loadId: number): Promise<void> {
  for (const table of ["fee_audit_lines", "fee_audit_sums"])
    for (let left = true; left; ) {
      const [gone] = await query<{ deleted: number }>(
        `WITH gone AS (
           DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
             SELECT r.ctid FROM ${table} r WHERE r.load_id = $1 AND NOT EXISTS (
               SELECT FROM fee_audits a WHERE a.load_id = r.load_id AND r.attempt IN (a.result, a.attempt)) LIMIT ${deletedAtOnce})) RETURNING 1)
         SELECT count(*)::int AS deleted FROM gone`,
        [loadId],
      );
      left = gone?.deleted === deletedAtOnce;
    }
}

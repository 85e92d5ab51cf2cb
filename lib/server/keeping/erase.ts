import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { wake } from "../jobs/wake";
import { renewWish } from "../merchants/rereads";
import type { Actor } from "../operations/record";

const batch = 500;

/**
 * Erases what the desk holds about a merchant: its row in the directory, its story, the index of its IBANs, its tags, its notes, its drafts, its
 * enablements, the raw webhooks, and what its operations knew it by. The audit log keeps that it was done, by whom and for which account. Throws 409
 * while a change of it isn't settled.
 */
export async function eraseMerchant(environment: Environment, accountId: string, by: Actor): Promise<void> {
  const [begun] = await query(
    `WITH begun AS (
       INSERT INTO erased_merchants AS e (environment, account_id, person_id) SELECT $1, $2, $3
       WHERE NOT EXISTS (SELECT FROM operations WHERE environment = $1 AND account_id = $2 AND state IN ('sent', 'unknown'))
       ON CONFLICT (environment, account_id) DO UPDATE SET erased_at = now(), person_id = excluded.person_id, done_at = NULL
       RETURNING account_id)
     INSERT INTO audit_entries (kind, person_id, role, environment, account_id) SELECT 'merchant-erased', $3, $4, $1, account_id FROM begun RETURNING id`,
    [environment, accountId, by.personId, by.role],
  );
  if (!begun)
    throw new ProblemError({
      status: 409,
      code: "UNSETTLED",
      message: "A change of this merchant has no clear outcome yet. Its body is still needed to settle it: erase the merchant after that.",
    });
  await eraseAll(environment, accountId, new AbortController().signal);
}

/** Goes on with what a process that ended left half done, and takes away what came in about an erased merchant since. */
export async function finishErasing(signal: AbortSignal): Promise<void> {
  const left = [...ofMerchant.map((table) => `SELECT FROM ${table} t WHERE ${its}`), `SELECT FROM operations t WHERE ${its} AND ${knewIt}`];
  const erased = await query<{ environment: Environment; account_id: string }>(
    `SELECT environment, account_id FROM erased_merchants e WHERE done_at IS NULL OR ${left.map((some) => `EXISTS (${some})`).join(" OR ")}`,
  );
  for (const { environment, account_id } of erased) if (!signal.aborted) await eraseAll(environment, account_id, signal);
}

/** Lets the desk know an erased merchant again, because somebody wishes it. */
export async function readAgain(environment: Environment, accountId: string, by: Actor): Promise<void> {
  const [again] = await query(
    `WITH again AS (DELETE FROM erased_merchants WHERE environment = $1 AND account_id = $2 AND done_at IS NOT NULL RETURNING account_id),
     known AS (INSERT INTO merchants (environment, account_id) SELECT $1, account_id FROM again ON CONFLICT DO NOTHING),
     wished AS (INSERT INTO rereads AS r (environment, account_id, due_at) SELECT $1, account_id, now() FROM again ${renewWish})
     INSERT INTO audit_entries (kind, person_id, role, environment, account_id) SELECT 'merchant-read-again', $3, $4, $1, account_id FROM again RETURNING id`,
    [environment, accountId, by.personId, by.role],
  );
  if (!again)
    throw new ProblemError({ status: 409, code: "NOT_ERASED", message: "This merchant isn't erased, or is being erased at this moment. Load the page anew." });
  wake();
}

/** When a merchant was erased; undefined when it wasn't. */
export async function erasedAt(environment: Environment, accountId: string): Promise<Date | undefined> {
  const [row] = await query<{ erasedAt: Date }>(`SELECT erased_at AS "erasedAt" FROM erased_merchants WHERE environment = $1 AND account_id = $2`, [
    environment,
    accountId,
  ]);
  return row?.erasedAt;
}

async function eraseAll(environment: Environment, accountId: string, signal: AbortSignal): Promise<void> {
  for (const statement of traces) for (let gone = batch; gone === batch && !signal.aborted; ) gone = (await query(statement, [environment, accountId])).length;
  if (signal.aborted) return;
  await query("UPDATE erased_merchants SET done_at = now() WHERE environment = $1 AND account_id = $2", [environment, accountId]);
}

/** The tables whose rows are about one merchant, and nothing else. */
const ofMerchant = [
  "webhook_events",
  "bank_index",
  "rereads",
  "merchant_tags",
  "merchant_changes",
  "edits",
  "notes",
  "merchant_claims",
  "attention",
  "enablements",
  "enablement_reads",
  "update_paces",
  "merchants",
];

const its = "t.environment = e.environment AND t.account_id = e.account_id";

/** An operation that is settled and still says what the merchant was called. One that isn't needs that to be settled. */
const knewIt = "state IN ('confirmed', 'rejected') AND (before IS NOT NULL OR account_reference IS NOT NULL)";

// Operations and runs stay: who asked for what, by ids and codes. What the merchant was called there, what a person wrote about one, and what Klarna said to it, goes.
const traces = [
  ...ofMerchant.map((table) => remove(table, "t.environment = $1 AND t.account_id = $2")),
  // While it was being onboarded its account wasn't known.
  remove("attention", "t.environment = $1 AND t.account_id = '' AND t.subject IN (SELECT id::text FROM operations WHERE environment = $1 AND account_id = $2)"),
  remove("drafts", "t.environment = $1 AND t.id IN (SELECT attempt FROM operations WHERE environment = $1 AND account_id = $2 AND name = 'accounts.onboard')"),
  `UPDATE operations SET before = NULL, account_reference = NULL WHERE environment = $1 AND account_id = $2 AND ${knewIt} RETURNING 1`,
  `UPDATE operation_decisions SET note = NULL WHERE note IS NOT NULL AND operation_id IN (SELECT id FROM operations WHERE environment = $1 AND account_id = $2) RETURNING 1`,
  `UPDATE run_rows r SET said = NULL FROM runs u WHERE u.id = r.run_id AND u.environment = $1 AND r.account_id = $2 AND r.said IS NOT NULL RETURNING 1`,
];

function remove(table: string, which: string): string {
  return `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} t WHERE ${which} LIMIT ${batch})) RETURNING 1`;
}

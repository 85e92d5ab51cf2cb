import "server-only";
import type { OperationCandidate, OperationEvidence, OperationLook, OperationTry } from "@/lib/desk/operation";
import { everyOperation } from "@/lib/klarna/every-operation";
import { can } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { unseal } from "../crypto";
import { query } from "../db/client";
import { utc } from "../db/utc";
import type { Session } from "../session";
import { noteOf } from "./conclude";
import { type SummaryRow, summarised, summaryColumns, summaryTables } from "./open-operations";
import { readBackOf } from "./read-back";

/** All that is known of one operation. What was sent is shown, with its marked fields hidden, to those who may do the same or read the audit log. */
export async function evidenceOf({ role }: Session, id: string): Promise<OperationEvidence> {
  const [row] = await query<EvidenceRow>(
    `SELECT ${summaryColumns}, o.fence, o.idempotency_key, o.params, o.account_reference, d.id AS draft_id
     ${summaryTables} LEFT JOIN drafts d ON d.id = o.attempt AND d.environment = o.environment AND o.name = 'accounts.onboard' WHERE o.id = $1`,
    [id],
  );
  if (!row) throw noSuchOperation();
  const { account_reference: reference, ...known } = row;
  const [tried, looks, webhooks, candidates, decision] = await Promise.all([
    query<OperationTry & { sent: unknown }>(triesStatement, [id]),
    query<OperationLook>(looksStatement, [id]),
    query<OperationEvidence["webhooks"][number]>(webhooksStatement, [id]),
    query<OperationCandidate>(candidatesStatement, [id]),
    decisionOf(id),
  ]);
  const operation = everyOperation.get(row.name);
  const maySee = operation !== undefined && (can(role, operation.permission) || can(role, "audit:read"));
  const sent = tried.findLast(({ kind }) => kind === "operation-sent")?.sent;
  return {
    ...summarised(known),
    ...(maySee && { sent: sent ?? null }),
    tried: tried.map(({ sent: _, ...one }) => one),
    looks,
    webhooks,
    candidates: reference === null ? [] : candidates,
    decision,
    can_look: operation !== undefined && readBackOf(operation) !== undefined,
  };
}

/** The refusal for an id that names no operation. */
export function noSuchOperation(): ProblemError {
  return new ProblemError({ status: 404, code: "NO_SUCH_OPERATION", message: "There is no such operation. It may be older than what the desk keeps." });
}

interface EvidenceRow extends SummaryRow {
  readonly fence: number;
  readonly idempotency_key: string;
  readonly params: Readonly<Record<string, string>>;
  readonly account_reference: string | null;
  readonly draft_id: string | null;
}

async function decisionOf(id: string): Promise<OperationEvidence["decision"]> {
  const [row] = await query<{ id: string; note: Buffer | null } & Omit<NonNullable<OperationEvidence["decision"]>, "note">>(
    `SELECT d.id, p.name AS by, ${utc("d.at")} AS at, d.verdict, d.source, d.note FROM operation_decisions d JOIN people p ON p.id = d.person_id
     WHERE d.operation_id = $1 ORDER BY d.at DESC LIMIT 1`,
    [id],
  );
  if (!row) return null;
  const { id: decisionId, note, ...decision } = row;
  return { ...decision, note: note && unseal(noteOf(decisionId), note) };
}

// The latest of each: what was tried a thousand times is told by its last hundred.
const triesStatement = `
  SELECT * FROM (
    SELECT a.id, ${utc("a.at")} AS at, a.kind, p.name AS by, (a.detail->>'status')::int AS status, a.detail->>'code' AS code, a.detail->>'errorId' AS error_id,
           a.detail->'body' AS sent
    FROM audit_entries a LEFT JOIN people p ON p.id = a.person_id WHERE a.operation_id = $1 ORDER BY a.id DESC LIMIT 100) latest ORDER BY id`;

const looksStatement = `
  SELECT ${utc("at")} AS at, finding, fields, code, error_id FROM operation_looks WHERE operation_id = $1 ORDER BY id DESC LIMIT 50`;

// Of its own account; of an onboarding, of those that have its reference.
const webhooksStatement = `
  SELECT ${utc("w.received_at")} AS at, w.event_type, w.account_id FROM operations o JOIN webhook_events w ON w.environment = o.environment AND w.received_at > o.first_sent_at
    AND (w.account_id = o.account_id OR (o.account_id IS NULL AND w.account_id IN (
      SELECT m.account_id FROM merchants m WHERE m.environment = o.environment AND m.account_reference = o.account_reference)))
  WHERE o.id = $1 ORDER BY w.received_at DESC LIMIT 50`;

const candidatesStatement = `
  SELECT m.account_id, m.account_name, ${utc("m.first_seen_at")} AS first_seen_at,
    EXISTS (SELECT FROM operations x WHERE x.environment = o.environment AND x.account_id = m.account_id AND x.id <> o.id
            AND x.name IN ('accounts.onboard', 'accounts.migrate') AND x.state = 'confirmed') AS taken
  FROM operations o JOIN merchants m ON m.environment = o.environment AND m.account_reference = o.account_reference
  WHERE o.id = $1 ORDER BY m.first_seen_at DESC LIMIT 10`;

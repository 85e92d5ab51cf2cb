import "server-only";
import { type Draft, type DraftSummary, mostDrafts } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { seal, unseal } from "../crypto";
import { query } from "../db/client";
import { utc } from "../db/utc";
import type { Session } from "../session";
import { unsealRefused } from "./refused";

/** What the wizard saves: a title to list it by, and its form as it stands. */
export interface DraftContent {
  readonly title: string;
  readonly content: unknown;
}

/** The drafts of an environment that aren't merchants yet, the latest first: as many as are listed, and one more where there are others. */
export async function listDrafts(environment: Environment): Promise<readonly DraftSummary[]> {
  return query<DraftSummary>(`${summaries} WHERE d.environment = $1 AND d.content IS NOT NULL ORDER BY d.updated_at DESC LIMIT ${mostDrafts + 1}`, [
    environment,
  ]);
}

/** Begins a draft. Its id is the name of the onboarding from now on, whoever goes on with it. */
export async function createDraft(environment: Environment, given: DraftContent, by: Session): Promise<Draft> {
  const id = crypto.randomUUID();
  await beginDraft(environment, id, given, by);
  return readDraft(environment, id);
}

/** Begins a draft under an id, unless there is one; whether it did. */
export async function beginDraft(environment: Environment, id: string, { title, content }: DraftContent, by: Session): Promise<boolean> {
  const begun = await query(
    "INSERT INTO drafts (id, environment, title, content, created_by, updated_by) VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING RETURNING id",
    [id, environment, title, sealed(id, content), by.personId],
  );
  return begun.length > 0;
}

/** A draft, whole. Throws 404 when there is none. */
export async function readDraft(environment: Environment, id: string): Promise<Draft> {
  const [row] = await query<DraftSummary & { sealed: Buffer | null; reasons: Buffer | null }>(
    `${summaries.replace("SELECT", "SELECT d.content AS sealed, d.refused AS reasons,")} WHERE d.environment = $1 AND d.id = $2`,
    [environment, id],
  );
  if (!row) throw noSuchDraft();
  const { sealed: content, reasons, ...summary } = row;
  return {
    ...summary,
    content: content ? (JSON.parse(unseal(place(id), content)) as unknown) : null,
    // Sent again, what it was refused for before says nothing any more.
    refused: reasons && summary.outcome === "rejected" ? unsealRefused(id, reasons) : [],
  };
}

/** Saves over version `version`. Throws 409 when somebody saved meanwhile, or while the draft is on its way to Klarna. */
export async function saveDraft(environment: Environment, id: string, version: number, { title, content }: DraftContent, by: Session): Promise<DraftSummary> {
  const [saved] = await query<{ version: number }>(
    `UPDATE drafts d SET title = $4, content = $5, version = version + 1, updated_by = $6, updated_at = now()
     WHERE environment = $1 AND id = $2 AND version = $3 AND content IS NOT NULL AND NOT EXISTS (
       SELECT FROM operations o WHERE o.environment = d.environment AND o.attempt = d.id AND o.name = 'accounts.onboard' AND o.state <> 'rejected')
     RETURNING version`,
    [environment, id, version, title, sealed(id, content), by.personId],
  );
  const { content: _, refused: __, ...now } = await readDraft(environment, id);
  if (saved) return now;
  if (now.outcome && now.outcome !== "rejected") throw new ProblemError({ status: 409, code: "DRAFT_LOCKED", message: locked[now.outcome] });
  throw new ProblemError({
    status: 409,
    code: "DRAFT_CHANGED",
    message: `${now.updated_by} saved this draft meanwhile, in another window. Load that version, or keep yours over it.`,
  });
}

/** Throws a draft away, and notes it. Throws 409 while it is on its way to Klarna. */
export async function deleteDraft(environment: Environment, id: string, by: Session): Promise<void> {
  const [gone] = await query(
    `WITH gone AS (
       DELETE FROM drafts d WHERE environment = $1 AND id = $2 AND NOT EXISTS (
         SELECT FROM operations o WHERE o.environment = d.environment AND o.attempt = d.id AND o.name = 'accounts.onboard' AND o.state <> 'rejected')
       RETURNING id)
     INSERT INTO audit_entries (kind, person_id, role, environment, detail) SELECT 'draft-deleted', $3, $4, $1, jsonb_build_object('draft', id) FROM gone RETURNING id`,
    [environment, id, by.personId, by.role],
  );
  if (gone) return;
  const { outcome } = await readDraft(environment, id);
  throw new ProblemError({ status: 409, code: "DRAFT_LOCKED", message: locked[outcome === "confirmed" || outcome === "sent" ? outcome : "unknown"] });
}

const locked = {
  sent: "This draft is on its way to Klarna. Wait for the answer.",
  unknown: "Klarna hasn't said whether it created this merchant. The draft is locked until that is settled, so that it can't be created twice.",
  confirmed: "This draft became a merchant already.",
} as const;

function noSuchDraft(): ProblemError {
  return new ProblemError({ status: 404, code: "NO_SUCH_DRAFT", message: "There is no such draft. It may have been thrown away." });
}

function sealed(id: string, content: unknown): Buffer {
  return seal(place(id), JSON.stringify(content ?? null));
}

function place(id: string): string {
  return `drafts.content ${id}`;
}

// How it stands isn't stored twice: the operation that a draft's id names knows it.
const summaries = `
  SELECT d.id, d.environment, d.title, d.version, u.name AS updated_by, ${utc("d.updated_at")} AS updated_at,
         o.state AS outcome, ${utc("o.next_try_at")} AS next_try_at, coalesce(o.tries, 0) AS tries, o.error_id, o.code, o.settled_by, o.account_id,
         ${utc("o.first_sent_at")} AS first_sent_at, ${utc("o.sent_at")} AS sent_at, o.idempotency_key
  FROM drafts d JOIN people u ON u.id = d.updated_by
  LEFT JOIN operations o ON o.attempt = d.id AND o.name = 'accounts.onboard' AND o.environment = d.environment`;

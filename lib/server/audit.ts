import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "./db/client";
import type { Session } from "./session";

/** What can be in the log besides the steps of operations (which `operations/record.ts` writes with the operation itself). */
export type AuditKind =
  | "refused"
  | "signed-in"
  | "sign-in-failed"
  | "signed-out"
  | "password-changed"
  | "link-made"
  | "person-added"
  | "role-changed"
  | "person-disabled"
  | "person-enabled"
  | "sessions-ended"
  | "proved"
  | "proof-failed"
  | "second-factor-added"
  | "second-factor-reset"
  | "recovery-codes-made"
  | "recovery-code-used"
  | "identity-linked"
  | "identity-unlinked"
  | "database-restored"
  | "webhook-reprocessed"
  | "webhook-watch-set"
  | "webhook-key-added"
  | "webhook-key-retired"
  | "draft-deleted"
  | "accounts-imported"
  | "merchant-erased"
  | "merchant-read-again"
  | "revealed"
  | "directory-exported"
  | "merchants-tagged"
  | "tag-made"
  | "tag-changed"
  | "tag-deleted"
  | "note-added"
  | "note-changed"
  | "note-deleted"
  | "note-pinned"
  | "import-paused"
  | "import-resumed"
  | "import-cancelled"
  | "run-begun"
  | "run-scheduled"
  | "run-paused"
  | "run-resumed"
  | "run-cancelled"
  | "run-retried"
  | "job-retried"
  | "job-cancelled"
  | "attention-assigned"
  | "attention-due-set"
  | "attention-snoozed"
  | "attention-done"
  | "attention-reopened"
  | "credential-told"
  | "credential-intended"
  | "credential-released"
  | "certificates-added"
  | "certificate-removed"
  | "book-accounts-set"
  | "books-exported"
  | "books-taken-back"
  | "books-locked"
  | "books-unlocked"
  | "books-downloaded"
  | "payouts-connected"
  | "payouts-connection-changed"
  | "payouts-connection-removed"
  | "payouts-synced"
  | "payouts-sync-steered"
  | "payout-downloaded"
  | "settlement-difference-accepted"
  | "settlement-report-replaced"
  | "settlement-report-imported"
  | "settlement-exported"
  | "settlements-exported"
  | "payouts-exported"
  | "audit-exported";

/** One entry. `detail` holds names, codes and counts; what people typed never gets here. */
export interface AuditEntry {
  readonly kind: AuditKind;
  readonly by?: Pick<Session, "personId" | "role"> | undefined;
  readonly environment?: Environment | undefined;
  readonly accountId?: string | undefined;
  readonly operation?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** Appends an entry; when it can't be written this throws, and what it would have recorded must not happen. */
export async function appendAudit({ kind, by, environment, accountId, operation, detail }: AuditEntry): Promise<void> {
  await query("INSERT INTO audit_entries (kind, person_id, role, environment, account_id, operation, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)", [
    kind,
    by?.personId ?? null,
    by?.role ?? null,
    environment ?? null,
    accountId ?? null,
    operation ?? null,
    detail ? JSON.stringify(detail) : null,
  ]);
}

import type { AuditOutcome } from "./audit";

interface Words {
  /** After the name of whoever did it: `Ada` + `signed in`. */
  readonly words: string;
  readonly outcome: AuditOutcome;
}

/** What each kind of entry says. The server holds this table against the kinds that it writes. */
export const auditWords = {
  "operation-sent": { words: "asked Klarna", outcome: "done" },
  "operation-confirmed": { words: "had it confirmed by Klarna", outcome: "done" },
  "operation-rejected": { words: "didn't get it done at Klarna", outcome: "refused" },
  "operation-unknown": { words: "got no clear answer from Klarna", outcome: "unclear" },
  "operation-settled": { words: "settled what was unclear", outcome: "done" },
  refused: { words: "was refused by the desk", outcome: "refused" },
  "signed-in": { words: "signed in", outcome: "done" },
  "sign-in-failed": { words: "couldn't sign in", outcome: "failed" },
  "signed-out": { words: "signed out", outcome: "done" },
  "password-changed": { words: "changed the password", outcome: "done" },
  "link-made": { words: "made a one-time link", outcome: "done" },
  "person-added": { words: "added a person", outcome: "done" },
  "role-changed": { words: "changed a role", outcome: "done" },
  "person-disabled": { words: "disabled a person", outcome: "done" },
  "person-enabled": { words: "let a person in again", outcome: "done" },
  "sessions-ended": { words: "ended sessions", outcome: "done" },
  proved: { words: "proved who is there", outcome: "done" },
  "proof-failed": { words: "couldn't prove who is there", outcome: "failed" },
  "second-factor-added": { words: "set up a second factor", outcome: "done" },
  "second-factor-reset": { words: "took away a second factor", outcome: "done" },
  "recovery-codes-made": { words: "made new recovery codes", outcome: "done" },
  "recovery-code-used": { words: "used a recovery code", outcome: "done" },
  "identity-linked": { words: "was linked to the sign-in provider", outcome: "done" },
  "identity-unlinked": { words: "was unlinked from the sign-in provider", outcome: "done" },
  "draft-deleted": { words: "threw a draft away", outcome: "done" },
  "accounts-imported": { words: "imported account ids", outcome: "done" },
  "merchant-erased": { words: "erased a merchant from the desk", outcome: "done" },
  "merchant-read-again": { words: "had an erased merchant read again", outcome: "done" },
  "directory-exported": { words: "downloaded the directory", outcome: "done" },
  revealed: { words: "had a value shown", outcome: "done" },
  "merchants-tagged": { words: "changed a merchant's tags", outcome: "done" },
  "tag-made": { words: "made a tag", outcome: "done" },
  "tag-changed": { words: "changed a tag", outcome: "done" },
  "tag-deleted": { words: "deleted a tag", outcome: "done" },
  "note-added": { words: "wrote a note", outcome: "done" },
  "note-changed": { words: "changed a note", outcome: "done" },
  "note-deleted": { words: "deleted a note", outcome: "done" },
  "note-pinned": { words: "pinned or unpinned a note", outcome: "done" },
  "import-paused": { words: "paused an import", outcome: "done" },
  "import-resumed": { words: "resumed an import", outcome: "done" },
  "import-cancelled": { words: "cancelled an import", outcome: "done" },
  "run-begun": { words: "began a run over many merchants", outcome: "done" },
  "run-scheduled": { words: "scheduled a run over many merchants", outcome: "done" },
  "run-paused": { words: "paused a run", outcome: "done" },
  "run-resumed": { words: "went on with a run", outcome: "done" },
  "run-cancelled": { words: "cancelled a run", outcome: "done" },
  "run-retried": { words: "had what failed of a run tried again", outcome: "done" },
  "job-retried": { words: "had a job tried again", outcome: "done" },
  "job-cancelled": { words: "cancelled a job", outcome: "done" },
  "webhook-reprocessed": { words: "had a webhook worked on again", outcome: "done" },
  "database-restored": { words: "put the database back from a backup", outcome: "done" },
  "webhook-watch-set": { words: "set when silence of webhooks is an alarm", outcome: "done" },
  "webhook-key-added": { words: "added a webhook signing key", outcome: "done" },
  "webhook-key-retired": { words: "retired a webhook signing key", outcome: "done" },
  "attention-assigned": { words: "said who takes care of something", outcome: "done" },
  "attention-due-set": { words: "set when something is due", outcome: "done" },
  "attention-snoozed": { words: "put something off", outcome: "done" },
  "attention-done": { words: "marked something as done", outcome: "done" },
  "attention-reopened": { words: "opened something again", outcome: "done" },
  "credential-told": { words: "said which credential is the desk's own", outcome: "done" },
  "credential-intended": { words: "made a credential for the desk itself", outcome: "done" },
  "credential-released": { words: "allowed the desk's own credential to be disabled", outcome: "done" },
  "certificates-added": { words: "entered certificates", outcome: "done" },
  "certificate-removed": { words: "took a certificate out of the inventory", outcome: "done" },
  "settlement-difference-accepted": { words: "accepted that a settlement doesn't add up", outcome: "done" },
  "settlement-report-replaced": { words: "had another report of a settlement take the place of the loaded one", outcome: "done" },
  "settlement-report-imported": { words: "brought in a settlement's report as a file", outcome: "done" },
  "settlement-exported": { words: "downloaded a settlement", outcome: "done" },
  "settlements-exported": { words: "downloaded a list of settlements", outcome: "done" },
  "payouts-exported": { words: "downloaded a list of payouts", outcome: "done" },
  "audit-exported": { words: "downloaded the log", outcome: "done" },
  "book-accounts-set": { words: "set the accounts of the books", outcome: "done" },
  "books-exported": { words: "exported to the books", outcome: "done" },
  "books-taken-back": { words: "took an export to the books back", outcome: "done" },
  "books-locked": { words: "locked a month of the books", outcome: "done" },
  "books-unlocked": { words: "unlocked a month of the books", outcome: "done" },
  "books-downloaded": { words: "downloaded an export to the books", outcome: "done" },
  "payouts-connected": { words: "connected a merchant's payouts", outcome: "done" },
  "payouts-connection-changed": { words: "changed a connection to payouts", outcome: "done" },
  "payouts-connection-removed": { words: "removed a connection to payouts", outcome: "done" },
  "payouts-synced": { words: "had payouts read", outcome: "done" },
  "payouts-sync-steered": { words: "paused, resumed or gave up a reading of payouts", outcome: "done" },
  "payout-downloaded": { words: "downloaded Klarna's report of payouts", outcome: "done" },
} as const satisfies Record<string, Words>;

/** What an entry of a kind says; an older or a newer kind is named. */
export function auditWordsOf(kind: string): Words {
  return (auditWords as Readonly<Record<string, Words>>)[kind] ?? { words: kind, outcome: "done" };
}

/** The kinds whose entries ended in a way. */
export function kindsEnding(outcome: AuditOutcome): readonly string[] {
  return Object.entries(auditWords).flatMap(([kind, words]) => (words.outcome === outcome ? [kind] : []));
}

/** How an outcome is called. */
export const outcomeWords: Record<AuditOutcome, string> = { done: "Done", refused: "Refused", failed: "Failed", unclear: "Unclear" };

/** How a thing ended that the log tells of. */
export const auditOutcomes = ["done", "refused", "failed", "unclear"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** What can be asked of the log; all of it stands in the page's address. */
export const auditFilters = ["from", "to", "person", "kind", "account_id", "operation", "environment", "outcome"] as const;
export type AuditFilter = Partial<Record<(typeof auditFilters)[number], string>>;

/** One entry, without what it holds. Times are ISO 8601 in UTC. */
export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly outcome: AuditOutcome;
  readonly by: string | null;
  readonly person_id: string | null;
  readonly role: string | null;
  readonly environment: "test" | "live" | null;
  readonly account_id: string | null;
  readonly merchant: string | null;
  readonly operation: string | null;
  readonly operation_id: string | null;
  /** Its place in the chain; null until it is sealed, about a second after it was written. */
  readonly link: number | null;
}

export interface AuditPage {
  readonly entries: readonly AuditRow[];
  readonly next: string | null;
}

/** A field of what an operation was about: as the desk knew it before, as it was sent, as Klarna answered. */
export interface AuditField {
  readonly path: string;
  readonly before: string | null;
  readonly sent: string | null;
  readonly after: string | null;
}

/** An entry, opened. */
export interface AuditEntryOpened extends AuditRow {
  readonly hash: string | null;
  /** What else it says: names, codes and counts, by their paths. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly AuditField[];
}

/** How far the chain has been laid. */
export interface ChainState {
  readonly links: number;
  readonly hash: string | null;
  readonly sealed_at: string | null;
  readonly unsealed: number;
  /** Whether the desk also writes heads to a file outside of the database. */
  readonly heads_outside: boolean;
}

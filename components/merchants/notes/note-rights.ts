import type { Environment } from "@/lib/klarna/environment";

/** What a person may do with notes. */
export interface NoteRights {
  readonly me: string;
  readonly mayWrite: boolean;
  /** Whether what others wrote too. */
  readonly mayDelete: boolean;
}

/** Whose notes they are, and what to do when one has changed. */
export interface NotePlace {
  readonly environment: Environment;
  readonly accountId: string;
  readonly rights: NoteRights;
  readonly onChanged: () => Promise<void>;
}

/** The door of a merchant's notes. */
export function notesDoor(accountId: string): string {
  return `/api/desk/merchants/${encodeURIComponent(accountId)}/notes`;
}

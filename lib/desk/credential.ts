import type { Environment } from "@/lib/klarna/environment";
import type { Problem } from "@/lib/klarna/problem";

/** A credential at Klarna, as Klarna lists it or the desk remembers it. Times are ISO 8601 in UTC. */
export interface DeskCredential {
  readonly credential_id: string;
  readonly type: string | null;
  readonly description: string | null;
  /** What Klarna says it is for, and the id that browsers carry; null where Klarna didn't say. */
  readonly environment: string | null;
  readonly client_id: string | null;
  /** When and by whom it was made here; null for one that was made elsewhere. */
  readonly made_at: string | null;
  readonly made_by: string | null;
  readonly first_seen_at: string;
  readonly gone_at: string | null;
  readonly disabled_at: string | null;
  readonly disabled_by: string | null;
  /** Whether the desk itself uses it now; `unknown` where neither its key nor Klarna says so. */
  readonly own: "yes" | "no" | "unknown";
  /** How many of the desk's processes have it. */
  readonly processes: number;
  readonly used_at: string | null;
  /** Whether it was made to take the place of the desk's own. */
  readonly intended: boolean;
  /** Until when the desk's own may be disabled, because somebody has released it. */
  readonly released_until: string | null;
}

/** What is sent to make a credential. */
export interface CredentialDraft {
  readonly type: string;
  readonly environment: string;
  readonly description?: string | undefined;
}

/** A making of a credential whose outcome isn't known: asked once more, under the same name and with the same words, Klarna answers what it answered then. */
export interface UnclearCredential {
  readonly operation_id: string;
  readonly attempt: string;
  readonly draft: CredentialDraft;
  readonly by: string;
  readonly at: string;
}

/** What the desk knows of an environment's credentials by itself. */
export interface KnownCredentials {
  readonly environment: Environment;
  readonly credentials: readonly DeskCredential[];
  /** How many of the desk's processes have a key of which it isn't known which credential it belongs to. */
  readonly strangers: number;
  readonly unclear: UnclearCredential | null;
}

/** The same after Klarna was asked; `problem` says why it couldn't be. */
export interface CredentialList extends KnownCredentials {
  /** Names the next credential that is made: it stays through retries of the same. */
  readonly attempt: string;
  readonly problem: Problem | null;
}

/** What can be done with a credential: say that it is the desk's own, or is meant to be; allow the desk's own to be disabled; disable it. */
export const credentialActs = ["tell", "intend", "release", "disable"] as const;
export type CredentialAct = (typeof credentialActs)[number];

/** For how many minutes the desk's own may be disabled after it was released. */
export const releaseMinutes = 10;

/** The setting that holds the desk's key. */
export function keyVariable(environment: Environment): string {
  return `KLARNA_${environment.toUpperCase()}_API_KEY`;
}

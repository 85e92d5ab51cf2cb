import type { Role } from "../klarna/permissions";

export type SignInMethod = "password" | "provider";

/** Somebody who may use the desk, as its admins see them. Times are ISO 8601 in UTC. */
export interface Colleague {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly created_at: string;
  readonly disabled_at: string | null;
  /** The latest request of any of their sessions, to the minute. */
  readonly seen_at: string | null;
  readonly has_password: boolean;
  /** Whether they sign in through the company's provider too, or only. */
  readonly has_identity: boolean;
  readonly has_second_factor: boolean;
  /** Until when a one-time link that they haven't used yet works. */
  readonly link_until: string | null;
}

/** One signed-in browser. */
export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly method: SignInMethod;
  readonly created_at: string;
  readonly seen_at: string;
}

/** What an admin may do with a colleague. */
export type TeamAct =
  | { readonly act: "change-role"; readonly role: Role }
  | { readonly act: "disable" | "enable" | "make-link" | "reset-second-factor" | "unlink" | "end-sessions" }
  | { readonly act: "end-session"; readonly session: string };

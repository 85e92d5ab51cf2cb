import type { DeskCredential, KnownCredentials } from "@/lib/desk/credential";

import { isAlive } from "./words";

/** How far a rotation of the desk's own key has come. */
export interface Rotation {
  /** The credential that takes the place of the old ones; undefined before it is made. */
  readonly next: DeskCredential | undefined;
  /** Those that the desk uses or has used, and that still work. */
  readonly old: readonly DeskCredential[];
  /** How many of the desk's processes have the new key, and how many another. */
  readonly moved: number;
  readonly behind: number;
  /** Whether Klarna has accepted the new key from the desk. */
  readonly accepted: boolean;
  /** The first step that isn't done: 1 create, 2 put it into the settings, 3 restart, 4 seen in use, 5 disable the old one; 6 when nothing is left to do. */
  readonly step: 1 | 2 | 3 | 4 | 5 | 6;
}

/** Reads off how things are how far a rotation has come, so that it can be gone on with by anybody at any time. */
export function rotationOf({ credentials, strangers }: Pick<KnownCredentials, "credentials" | "strangers">): Rotation {
  const alive = credentials.filter((credential) => isAlive(credential) && credential.type !== "CLIENT");
  const next = newest(alive.filter(({ intended }) => intended));
  const old = alive.filter((credential) => credential !== next && (credential.own === "yes" || credential.used_at !== null));
  const moved = next?.processes ?? 0;
  const behind = strangers + old.reduce((sum, { processes }) => sum + processes, 0);
  const accepted = next !== undefined && next.used_at !== null && moved > 0;
  return { next, old, moved, behind, accepted, step: stepOf({ next, moved, behind, accepted, old }) };
}

function stepOf({ next, moved, behind, accepted, old }: Omit<Rotation, "step">): Rotation["step"] {
  if (!next) return 1;
  if (moved === 0) return 2;
  if (behind > 0) return 3;
  if (!accepted) return 4;
  return old.length > 0 ? 5 : 6;
}

function newest(credentials: readonly DeskCredential[]): DeskCredential | undefined {
  return [...credentials].sort((one, other) => (other.made_at ?? "").localeCompare(one.made_at ?? ""))[0];
}

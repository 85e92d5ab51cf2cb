import "server-only";

// One for a process: Next.js may hold this module more than once.
const kept = globalThis as { deskStopping?: boolean };

/** Whether this process is about to end: it takes nothing new, and finishes what it has begun. */
export function isStopping(): boolean {
  return kept.deskStopping === true;
}

/** From now on it is. False when it was already. */
export function beginStopping(): boolean {
  if (isStopping()) return false;
  kept.deskStopping = true;
  return true;
}

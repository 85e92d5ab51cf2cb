import "server-only";

// Module state, shared through globalThis: Next.js may hold this module once for routes and once for instrumentation.
const kept = globalThis as { deskWake?: () => void };

/** Tells this process's background loop that there is work now; other processes find it at their next look. */
export function wake(): void {
  kept.deskWake?.();
}

export function onWake(listener: () => void): void {
  kept.deskWake = listener;
}

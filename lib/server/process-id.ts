import "server-only";

// One for a process, also when Next.js evaluates this module more than once.
const kept = globalThis as { deskProcess?: string };

/** By what this process is told from the desk's others. */
export function processId(): string {
  kept.deskProcess ??= crypto.randomUUID();
  return kept.deskProcess;
}

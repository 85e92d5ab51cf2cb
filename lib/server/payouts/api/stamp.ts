import "server-only";

/** A moment to the second, in UTC, as Klarna is asked. */
export function stampOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

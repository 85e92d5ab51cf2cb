import "server-only";
import { keysIn, noSuchPage, requireKeys, writeCursor as write } from "../cursor";
import type { Spelling } from "./matching";
import type { Phase } from "./phases";

/** Where a page ended: in which part of the list, and the keys of its last row. */
export interface Cursor {
  readonly spelling: Spelling;
  readonly phase: number;
  readonly keys: readonly string[];
}

/** A place in a list as text for the browser to hand back. */
export function writeCursor({ spelling, phase, keys }: Cursor): string {
  return write([spelling, String(phase), ...keys]);
}

/** The place that a text names. Throws 400 for what the desk didn't write. */
export function readCursor(text: string): Cursor {
  const [spelling, phase = "", ...keys] = keysIn(text);
  if ((spelling === "typed" || spelling === "similar") && /^\d$/.test(phase)) return { spelling, phase: Number(phase), keys };
  throw noSuchPage();
}

/** The part of the list that a cursor points into. Throws 400 when it belongs to another list. */
export function phaseAt(phases: readonly Phase[], { phase, keys }: Cursor): Phase {
  const found = phases[phase];
  if (!found) throw noSuchPage();
  requireKeys(
    keys,
    found.keys.map(({ type }) => type),
  );
  return found;
}

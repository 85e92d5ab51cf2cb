import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import type { Spelling } from "./matching";
import type { Key, Phase } from "./phases";

/** Where a page ended: in which part of the list, and the keys of its last row. */
export interface Cursor {
  readonly spelling: Spelling;
  readonly phase: number;
  readonly keys: readonly string[];
}

/** A place in a list as text for the browser to hand back. */
export function writeCursor({ spelling, phase, keys }: Cursor): string {
  return Buffer.from(JSON.stringify([spelling, phase, ...keys])).toString("base64url");
}

/** The place that a text names. Throws 400 for what the desk didn't write. */
export function readCursor(text: string): Cursor {
  try {
    const [spelling, phase, ...keys] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as readonly unknown[];
    if ((spelling === "typed" || spelling === "similar") && Number.isInteger(phase) && keys.every((key) => typeof key === "string"))
      return { spelling, phase: phase as number, keys: keys as string[] };
  } catch {}
  throw forged();
}

/** The part of the list that a cursor points into. Throws 400 when it belongs to another list. */
export function phaseAt(phases: readonly Phase[], { phase, keys }: Cursor): Phase {
  const found = phases[phase];
  if (!found || found.keys.length !== keys.length || !found.keys.every((key, at) => fits(key, keys[at] ?? ""))) throw forged();
  return found;
}

function fits({ type }: Key, value: string): boolean {
  if (type === "int") return /^-?\d{1,9}$/.test(value);
  return type === "text" || isTime(value);
}

/** As the desk writes them: PostgreSQL and JavaScript disagree about most other ways to write a time. */
function isTime(text: string): boolean {
  if (!/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 23) === text.slice(0, 23);
}

function forged(): ProblemError {
  return new ProblemError({
    status: 400,
    code: "INVALID_INPUT",
    message: "This list has no such page. Start again from the first page.",
    fields: [{ path: "after", message: "isn't a cursor of this list" }],
  });
}

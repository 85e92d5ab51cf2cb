import "server-only";
import { createReadStream } from "node:fs";
import { appendFile } from "node:fs/promises";
import { createInterface } from "node:readline";

import { chainState, type Head, headsMissing, sealAudit } from "./audit-chain";
import { env } from "./env";
import { logFault } from "./log";

/** The earliest head of a file that the chain doesn't have, and the latest before it that it has. */
export interface HeadsCheck {
  readonly heads: number;
  readonly missing: Head | undefined;
  readonly proven: number;
}

/** Seals what is new, and from time to time writes the chain's head to the file outside, when one is set. */
export async function sealAndKeepHead(): Promise<void> {
  const laid = await sealAudit();
  const file = env().DESK_AUDIT_HEADS;
  // Whatever somebody sets this machine's clock to.
  const now = performance.now();
  pending ||= laid;
  if (file === undefined || !pending || now - keptAt < everyMilliseconds * env().DESK_TIME_SCALE) return;
  keptAt = now;
  pending = false;
  try {
    await writeHead(file);
  } catch (error) {
    // The log goes on without its witness; whoever watches the desk's own log is told.
    pending = true;
    logFault("audit head not kept", error);
  }
}

/** Adds the chain's present head to a file, a line of JSON each. Answers it; undefined when there is nothing in the log yet. */
export async function writeHead(file: string): Promise<Head | undefined> {
  const { links, hash } = await chainState();
  if (hash === null) return undefined;
  const head = { link: links, hash };
  await appendFile(file, `${JSON.stringify({ ...head, at: new Date().toISOString() })}\n`, { mode: 0o600 });
  return head;
}

/** Holds each head of a file against the chain, some hundred at a time. Throws when a line isn't a head. */
export async function checkHeads(file: string): Promise<HeadsCheck> {
  let [heads, proven] = [0, 0];
  let missing: Head | undefined;
  for await (const some of headsIn(file)) {
    const absent = await headsMissing(some);
    heads += some.length;
    for (const head of absent) if (!missing || head.link < missing.link) missing = head;
    const gone = new Set(absent);
    for (const head of some) if (!gone.has(head)) proven = Math.max(proven, head.link);
  }
  return { heads, missing, proven };
}

let keptAt = Number.NEGATIVE_INFINITY;
let pending = true;
const everyMilliseconds = 60_000;

async function* headsIn(file: string): AsyncGenerator<readonly Head[]> {
  let some: Head[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file, "utf8") })) {
    line += 1;
    if (text.trim() === "") continue;
    some.push(headOf(text, line));
    if (some.length === 500) {
      yield some;
      some = [];
    }
  }
  if (some.length > 0) yield some;
}

function headOf(text: string, line: number): Head {
  try {
    const { link, hash } = JSON.parse(text) as Partial<Head>;
    if (Number.isSafeInteger(link) && /^[0-9a-f]{64}$/.test(String(hash))) return { link: Number(link), hash: String(hash) };
  } catch {}
  throw new Error(`Line ${line} isn't a head.`);
}

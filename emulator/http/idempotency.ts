import { createHash } from "node:crypto";

import type { Clock } from "../state/clock";
import type { Store, Table } from "../state/store";
import type { Answer } from "./answer";
import { conflict } from "./refusal";

interface Kept {
  readonly at: number;
  readonly fingerprint: string;
  readonly answer: Answer;
}

/** Klarna promises to know a key again for this long. */
const lifetime = 24 * 60 * 60 * 1000;

/** Sees to it that a change with a key is made once: its yes is repeated for 24 hours, its refusal isn't kept. */
export class Idempotency {
  readonly #kept: Table<Kept>;
  readonly #inFlight = new Map<string, Promise<unknown>>();
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#kept = store.table("idempotency");
    this.#clock = clock;
  }

  /** Drops the answers that nobody can ask for again. */
  forgetOld(): void {
    for (const [key] of [...this.#kept.entries()]) this.#forgetOld(key);
  }

  /**
   * Answers as the first request with this key was answered, waiting for it where it's still in flight; else does the work, which
   * calls `keep` in the transaction of its effects. Another request under a key that was answered with a yes is a 409.
   */
  async once(key: string, fingerprint: string, work: (keep: (answer: Answer) => void) => Promise<Answer>): Promise<Answer> {
    for (let first = this.#inFlight.get(key); first; first = this.#inFlight.get(key)) await first;
    this.#forgetOld(key);
    const kept = this.#kept.get(key);
    if (kept && kept.fingerprint !== fingerprint) throw conflict("Idempotency violation: the key was used for another request.");
    if (kept) return kept.answer;
    const answering = work((answer) => this.#kept.put(key, { at: this.#clock.now(), fingerprint, answer }));
    const settled = answering.then(ignore, ignore).then(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, settled);
    return answering;
  }

  #forgetOld(key: string): void {
    const kept = this.#kept.get(key);
    if (kept && this.#clock.now() - kept.at >= lifetime) this.#kept.remove(key);
  }
}

/** What makes two requests the same: operation, address and content, however its JSON is laid out. */
export function fingerprint(operation: string, address: string, body: unknown): string {
  return createHash("sha256")
    .update(`${operation} ${address} ${canonical(body)}`)
    .digest("base64url");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
}

function ignore(): void {}

import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/** One change of one row: its table, its id, and what it is from now on; without the last, it is gone. */
export type Write = readonly [table: string, id: string, row?: unknown];

/**
 * An append-only file of committed transactions, one JSON line each. A line is handed to the system before `append` returns,
 * so it outlives the process, `kill -9` included.
 */
export class Journal {
  readonly #file: string;
  #descriptor: number | undefined;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, "journal.jsonl");
  }

  /** Every transaction that was committed, oldest first. A last line without its end was never committed and is left out. */
  read(): readonly (readonly Write[])[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, "utf8").split("\n").slice(0, -1);
    return lines.map((line, index) => parse(line, index, this.#file));
  }

  append(writes: readonly Write[]): void {
    if (this.#descriptor === undefined) this.#descriptor = openSync(this.#file, "a");
    const before = fstatSync(this.#descriptor).size;
    try {
      writeWhole(this.#descriptor, `${JSON.stringify(writes)}\n`);
    } catch (error) {
      // A full disk must not leave half a line in front of the next one.
      ftruncateSync(this.#descriptor, before);
      throw error;
    }
  }

  /** Puts a snapshot in the place of everything so far, all or nothing. */
  rewrite(snapshot: Iterable<Write>): void {
    this.close();
    const draft = `${this.#file}.draft`;
    const descriptor = openSync(draft, "w");
    for (const write of snapshot) writeWhole(descriptor, `${JSON.stringify([write])}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(draft, this.#file);
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

function parse(line: string, index: number, file: string): readonly Write[] {
  try {
    return JSON.parse(line) as readonly Write[];
  } catch (cause) {
    throw new Error(`${file} is damaged at line ${index + 1}. Delete it to begin anew.`, { cause });
  }
}

function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

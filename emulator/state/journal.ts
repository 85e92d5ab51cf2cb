import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** One change of one row: its table, its id, and what it is from now on; without the last, it is gone. */
export type Write = readonly [table: string, id: string, row?: unknown];

/**
 * A file of committed transactions, one JSON line each, only ever added to or replaced whole. A line is handed to the system before `append` returns,
 * so it outlives the process, `kill -9` included.
 */
export class Journal {
  readonly #file: string;
  readonly #limit: number;
  #descriptor: number | undefined;
  #size = 0;
  #snapshotSize = 0;

  /** `limit` is the size in bytes from which on it's worth being rewritten. */
  constructor(folder: string, limit: number) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, "journal.jsonl");
    this.#limit = limit;
  }

  /** Every transaction that was committed, oldest first. A last line without its end was never committed and is left out. */
  read(): readonly (readonly Write[])[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, "utf8").split("\n").slice(0, -1);
    return lines.map((line, index) => parse(line, index, this.#file));
  }

  /** Whether most of it has been overtaken by later lines. */
  get overgrown(): boolean {
    return this.#size > Math.max(this.#limit, 4 * this.#snapshotSize);
  }

  append(writes: readonly Write[]): void {
    if (this.#descriptor === undefined) this.#descriptor = openSync(this.#file, "a");
    try {
      this.#size += writeWhole(this.#descriptor, `${JSON.stringify(writes)}\n`);
    } catch (error) {
      // A full disk must not leave half a line in front of the next one.
      ftruncateSync(this.#descriptor, this.#size);
      throw error;
    }
  }

  /** Puts a snapshot in the place of everything so far, all or nothing. */
  rewrite(snapshot: Iterable<Write>): void {
    this.close();
    const draft = `${this.#file}.draft`;
    const descriptor = openSync(draft, "w");
    // Counted apart: until the draft has its place, `append` goes on at the end of the file that is there.
    let size = 0;
    try {
      for (const write of snapshot) size += writeWhole(descriptor, `${JSON.stringify([write])}\n`);
      fsyncSync(descriptor);
    } catch (error) {
      // Half of it takes room that the disk may lack.
      rmSync(draft);
      throw error;
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, this.#file);
    this.#size = size;
    this.#snapshotSize = size;
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

function writeWhole(descriptor: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  return bytes.length;
}

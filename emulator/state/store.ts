import { Journal, type Write } from "./journal";

/** Rows of one kind by id. Rows are never changed in place: `put` replaces them. */
export interface Table<Row> {
  get(id: string): Row | undefined;
  has(id: string): boolean;
  put(id: string, row: Row): void;
  remove(id: string): void;
  entries(): IterableIterator<[string, Row]>;
  values(): IterableIterator<Row>;
  readonly size: number;
}

/** The emulator's memory: tables of rows, changed in transactions that are journalled whole before they count. */
export class Store {
  readonly #tables = new Map<string, Map<string, unknown>>();
  readonly #journal: Journal | undefined;
  #open: { writes: Write[]; undo: (() => void)[] } | undefined;

  /** With a folder, what was committed there before is back; without one, nothing outlives the process. */
  constructor(folder?: string, journalLimit = 64 * 1024 * 1024) {
    if (folder === undefined) return;
    this.#journal = new Journal(folder, journalLimit);
    for (const writes of this.#journal.read()) for (const write of writes) this.#apply(write);
    this.#journal.rewrite(this.#snapshot());
  }

  table<Row>(name: string): Table<Row> {
    // Only this table's own `put` fills this map, so its rows are Rows.
    const rows = this.#rows(name) as Map<string, Row>;
    return {
      get: (id) => rows.get(id),
      has: (id) => rows.has(id),
      put: (id, row) => this.#write([name, id, row]),
      remove: (id) => this.#write([name, id]),
      entries: () => rows.entries(),
      values: () => rows.values(),
      get size() {
        return rows.size;
      },
    };
  }

  /** Does all of it or, when it throws, nothing. Joins a transaction that is already open. */
  transact<Result>(work: () => Result): Result {
    if (this.#open) return work();
    const result = this.#commit(work);
    this.#shorten();
    return result;
  }

  /** Forgets every row, here and on disk. */
  clear(): void {
    for (const rows of this.#tables.values()) rows.clear();
    this.#journal?.rewrite([]);
  }

  close(): void {
    this.#journal?.close();
  }

  #commit<Result>(work: () => Result): Result {
    const open = { writes: [] as Write[], undo: [] as (() => void)[] };
    this.#open = open;
    try {
      const result = work();
      if (open.writes.length > 0) this.#journal?.append(open.writes);
      return result;
    } catch (error) {
      for (const back of open.undo.reverse()) back();
      throw error;
    } finally {
      this.#open = undefined;
    }
  }

  /** What was committed stands, also where the disk has no room to write it more shortly: the journal grows on, and the next change tries again. */
  #shorten(): void {
    if (!this.#journal?.overgrown) return;
    try {
      this.#journal.rewrite(this.#snapshot());
    } catch {}
  }

  #write(write: Write): void {
    const open = this.#open;
    if (!open) {
      this.transact(() => this.#write(write));
      return;
    }
    const [table, id] = write;
    const rows = this.#rows(table);
    const before: Write = rows.has(id) ? [table, id, rows.get(id)] : [table, id];
    open.undo.push(() => this.#apply(before));
    open.writes.push(write);
    this.#apply(write);
  }

  #apply([table, id, row]: Write): void {
    if (row === undefined) this.#rows(table).delete(id);
    else this.#rows(table).set(id, row);
  }

  *#snapshot(): Generator<Write> {
    for (const [table, rows] of this.#tables) for (const [id, row] of rows) yield [table, id, row];
  }

  #rows(table: string): Map<string, unknown> {
    const known = this.#tables.get(table);
    if (known) return known;
    const rows = new Map<string, unknown>();
    this.#tables.set(table, rows);
    return rows;
  }
}

import "server-only";
import { csvCell } from "../../csv";
import { query } from "../../db/client";

/** So many are kept at once: the kinds and plans of a report are some dozens, its merchants may be very many. */
const mostKept = 20_000;

/** A text of a load that comes again and again: as it is, ready to stand as a cell, and the name of the merchant whose account it is. */
export interface SheetWord {
  readonly text: Buffer;
  readonly cell: Buffer;
  readonly name: Buffer;
}

/** The texts of a load by their numbers, fetched when they are first needed. */
export class SheetWords {
  private readonly kept = new Map<number, SheetWord>();

  constructor(private readonly loadId: number) {}

  /** Has these at hand, until the next call. */
  async fetch(ids: ReadonlySet<number>): Promise<void> {
    if (this.kept.size > mostKept) this.kept.clear();
    const missing = [...ids].filter((id) => !this.kept.has(id));
    if (missing.length === 0) return;
    const rows = await query<{ id: number; word: string; name: string | null }>(
      `SELECT w.id, w.word, m.account_name AS name FROM settlement_words w JOIN settlement_loads l ON l.id = w.load_id
       LEFT JOIN merchants m ON m.environment = l.environment AND m.account_id = w.word WHERE w.load_id = $1 AND w.id = ANY($2::int[])`,
      [this.loadId, missing],
    );
    for (const { id, word, name } of rows) this.kept.set(id, { text: Buffer.from(word), cell: Buffer.from(csvCell(word)), name: Buffer.from(csvCell(name)) });
  }

  get(id: number): SheetWord {
    return this.kept.get(id) ?? noWord;
  }
}

const nothing = Buffer.alloc(0);
export const noWord: SheetWord = { text: nothing, cell: nothing, name: nothing };

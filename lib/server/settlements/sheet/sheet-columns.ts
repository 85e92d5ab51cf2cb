import "server-only";
import { CopiedRows } from "./copied-rows";
import { SheetRow } from "./sheet-row";
import { SheetWords } from "./sheet-words";

/** The columns of a spreadsheet of transactions in their order: what each is called, what of a transaction it is made of, and how it is written. */
const columns: readonly (readonly [name: string, from: readonly string[], write: (row: SheetRow) => void])[] = [
  ["type", ["type_word"], (row) => row.word()],
  ["detailed_type", ["detailed_word"], (row) => row.word()],
  ["created_at", ["created_at"], (row) => row.time()],
  ["amount", ["amount"], (row) => row.amount()],
  ["tax_amount", ["tax"], (row) => row.amount()],
  ["tax_rate_percent", ["tax_rate"], (row) => row.rate()],
  ["currency", [], (row) => row.currency()],
  ["merchant", ["account_word"], (row) => row.merchant()],
  ["account_id", [], (row) => row.account()],
  ["payment_transaction_id", ["payment_word", "payment", "payment_id"], (row) => row.payment()],
  ["payment_transaction_reference", ["reference"], (row) => row.text()],
  ["payment_transaction_created_at", ["payment_at"], (row) => row.time()],
  ["payment_capture_id", ["capture"], (row) => row.within()],
  ["payment_capture_reference", ["capture_reference"], (row) => row.text()],
  ["payment_refund_id", ["refund"], (row) => row.within()],
  ["payment_refund_reference", ["refund_reference"], (row) => row.text()],
  ["payment_dispute_id", ["dispute"], (row) => row.text()],
  ["payment_chargeback_id", ["chargeback"], (row) => row.within()],
  ["merchant_category_code", ["category_word"], (row) => row.word()],
  ["product_instance_id", ["product_word"], (row) => row.word()],
  ["price_plan_id", ["plan_word"], (row) => row.word()],
  ["payment_program_id", ["program_word"], (row) => row.word()],
  ["pricing_evaluated_at", ["priced_at"], (row) => row.time()],
  ["buy_rate_incentives_amount", ["buy_rate"], (row) => row.amount()],
  ["sell_rate_incentives_amount", ["sell_rate"], (row) => row.amount()],
  // What stands in columns that nobody here knows, by their names.
  ["other_columns", ["rest"], (row) => row.json()],
];

export const sheetHeader = ["line", ...columns.map(([name]) => name)].join(",");

/** What rows are made of, as they must be copied. */
export const copiedColumns = ["line", ...columns.flatMap(([, from]) => from)];
const wordPlaces = copiedColumns.flatMap((name, place) => (name.endsWith("_word") ? [place] : []));

/** Writes what was copied, row by row. Has the texts that it needs fetched. */
export class SheetWriter {
  readonly copied = new CopiedRows();
  private readonly words: SheetWords;
  private readonly row: SheetRow;

  constructor(loadId: number, currency: string) {
    this.words = new SheetWords(loadId);
    this.row = new SheetRow(this.copied, this.words, currency);
  }

  /** Answers how many rows they are, and the line of the last. */
  async write(): Promise<{ readonly rows: number; readonly last: number }> {
    const { copied, row } = this;
    await this.words.fetch(wordsIn(copied));
    row.sheet.clear();
    let [rows, last] = [0, 0];
    for (; copied.next(); rows += 1) {
      last = row.line();
      for (const [, , write] of columns) write(row);
      row.sheet.endRow();
    }
    return { rows, last };
  }

  pieces(): Generator<Buffer> {
    return this.row.sheet.pieces();
  }
}

function wordsIn(copied: CopiedRows): ReadonlySet<number> {
  const ids = new Set<number>();
  for (; copied.next(); copied.pass(copiedColumns.length - 1 - (wordPlaces.at(-1) ?? 0)))
    wordPlaces.forEach((place, at) => {
      copied.pass(place - (wordPlaces[at - 1] ?? -1) - 1);
      ids.add(copied.integer());
    });
  copied.again();
  return ids;
}

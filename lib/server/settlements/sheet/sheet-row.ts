import "server-only";
import { exponentOf } from "@/lib/money";

import { csvCell } from "../../csv";
import type { CopiedRows } from "./copied-rows";
import { SheetBytes } from "./sheet-bytes";
import { noWord, type SheetWord, type SheetWords } from "./sheet-words";

/** PostgreSQL counts from 2000. */
const epoch = 946_684_800_000;
const plus = 0x2b;

/** Writes the cells of a spreadsheet's rows, each out of the next values of the row in hand. */
export class SheetRow {
  readonly sheet = new SheetBytes();
  private readonly exponent: number;
  private readonly writtenCurrency: Buffer;
  private accountWord: SheetWord = noWord;
  /** Of the payment in hand: what its id begins with, and where the rest stands. */
  private stem: SheetWord = noWord;
  private readonly id = { start: 0, end: 0, isText: false };

  constructor(
    private readonly rows: CopiedRows,
    private readonly words: SheetWords,
    currency: string,
  ) {
    this.exponent = exponentOf(currency);
    this.writtenCurrency = Buffer.from(csvCell(currency));
  }

  line(): number {
    const line = this.rows.integer();
    this.sheet.decimal(line, 0);
    this.sheet.plainCell();
    return line;
  }

  word(): void {
    this.ready(this.words.get(this.rows.integer()).cell);
  }

  time(): void {
    this.sheet.time(Math.floor(this.rows.number() / 1_000) + epoch);
    this.sheet.plainCell();
  }

  amount(): void {
    this.sheet.decimal(this.rows.number(), this.exponent);
    this.sheet.plainCell();
  }

  /** Hundredths of a per cent. */
  rate(): void {
    this.sheet.decimal(this.rows.number(), 2);
    this.sheet.plainCell();
  }

  currency(): void {
    this.ready(this.writtenCurrency);
  }

  merchant(): void {
    this.accountWord = this.words.get(this.rows.integer());
    this.ready(this.accountWord.name);
  }

  account(): void {
    this.ready(this.accountWord.cell);
  }

  text(): void {
    const { rows, sheet } = this;
    if (rows.take()) sheet.put(rows.bytes, rows.start, rows.end);
    sheet.cell();
  }

  /** PostgreSQL's JSON has the number of its form before its text. */
  json(): void {
    const { rows, sheet } = this;
    if (rows.take()) sheet.put(rows.bytes, rows.start + 1, rows.end);
    sheet.cell();
  }

  payment(): void {
    const { rows, id } = this;
    this.stem = this.words.get(rows.integer());
    [id.isText, id.start, id.end] = [false, 0, 0];
    if (rows.take()) [id.start, id.end] = [rows.start, rows.end];
    if (rows.take()) [id.isText, id.start, id.end] = [true, rows.start, rows.end];
    this.putPayment();
    this.sheet.cell();
  }

  /** An id within the payment is kept as its rest, behind a mark. */
  within(): void {
    const { rows, sheet } = this;
    if (rows.take()) {
      if (rows.bytes[rows.start] === plus) this.putPayment();
      sheet.put(rows.bytes, rows.start + 1, rows.end);
    }
    sheet.cell();
  }

  private putPayment(): void {
    const { rows, sheet, stem, id } = this;
    if (id.isText) sheet.put(rows.bytes, id.start, id.end);
    else if (id.start < id.end) {
      sheet.put(stem.text, 0, stem.text.length);
      sheet.uuid(rows.bytes, id.start);
    }
  }

  private ready(cell: Buffer): void {
    this.sheet.put(cell, 0, cell.length);
    this.sheet.plainCell();
  }
}

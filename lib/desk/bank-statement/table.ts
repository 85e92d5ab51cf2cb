import { currencyIn, decimalMark, exactAmount } from "./amount";
import type { BankLine, BankStatement, ChosenColumns, Unclear } from "./bank-line";
import { columnsOf } from "./columns";
import { dateOrder, isDateLike, isoDate } from "./date";
import { directionOf } from "./direction";
import { readEntries } from "./entries";
import { isKlarnas, isReference } from "./references";
import { type Row, rowsOf } from "./rows";

const most = 50_000;

/** Reads a bank's table with any separator, or a list without columns. Lines before the header, which banks like, are passed over. */
export function readTable(text: string, chosen: ChosenColumns): BankStatement {
  const rows = rowsOf(text);
  const wide = rows.filter(({ cells }) => cells.length > 1);
  if (rows.length > most) return { kind: "unreadable", reason: `There are more than ${most.toLocaleString("en")} lines. Export a shorter period.` };
  const entries = entriesOf(rows);
  if (entries) return { kind: "list", lines: entries };
  if (wide.length === 0) return { kind: "list", lines: entriesIn(rows) };
  const { headerAt, amount, paidIn, paidOut, date, currency, direction } = { ...columnsOf(wide.map(({ cells }) => cells)), ...chosen };
  const body = wide.slice(headerAt + 1);
  // What stands in the table without being parted is an entry of its own: passed over is only what stands above a header.
  const apart = rows.filter(({ line, cells }) => cells.length === 1 && line > (wide[headerAt]?.line ?? 0));
  const cell = (row: Row, at: number | undefined) => (at === undefined ? "" : (row.cells[at]?.trim() ?? ""));
  const money = [amount, paidIn, paidOut].filter((at) => at !== undefined);
  const mark = decimalMark(body.flatMap((row) => money.map((at) => cell(row, at))));
  const order = dateOrder(body.map((row) => cell(row, date)));
  const amountOf = (row: Row) => {
    const exact = exactAmount(cell(row, amount), mark);
    if (exact !== undefined) return directionOf(cell(row, direction)) === "out" ? negated(exact) : exact;
    const paid = [exactAmount(cell(row, paidIn), mark), negated(exactAmount(cell(row, paidOut), mark))].filter((one) => one !== undefined);
    // Some banks write a zero in that of the two that doesn't apply.
    return paid.find((one) => /[1-9]/.test(one)) ?? paid[0];
  };
  const booked = body.map((row): BankLine => {
    const exact = amountOf(row);
    const written = cell(row, date);
    // Whatever else stands in the column of dates may be a reference: it stays in the text.
    const dated = isDateLike(written);
    const column = cell(row, currency).toUpperCase();
    const code = /^[A-Z]{3}$/.test(column) ? column : currencyIn(money.map((at) => cell(row, at)).join(" "));
    const text = row.cells.filter((one, at) => one.trim() !== "" && ![...money, currency].includes(at) && !(dated && at === date)).join(" · ");
    return {
      line: row.line,
      ...(dated && { date: isoDate(written, order) ?? written }),
      ...(exact && { amount: exact }),
      ...(code && { currency: code }),
      text,
      // A bank that names its columns books references of others too, so there only what is made as Klarna's counts.
      ...((isKlarnas(text) || (headerAt < 0 && isReference(text))) && { listed: true as const }),
    };
  });
  const unclear: Unclear[] = [
    ...(booked.some((line) => line.amount !== undefined) ? [] : ["amount" as const]),
    ...(booked.some((line) => line.date !== undefined) ? [] : ["date" as const]),
  ];
  const listed = entriesIn(apart).map((line): BankLine => (headerAt < 0 || isReference(line.text) ? { ...line, listed: true } : line));
  const lines = listed.length === 0 ? booked : [...booked, ...listed].sort((one, other) => one.line - other.line);
  return { kind: "table", lines, unclear, columns: titles(wide, headerAt) };
}

function entriesIn(rows: readonly Row[]): readonly BankLine[] {
  return readEntries(rows.map(({ line, cells }) => ({ line, text: cells.join(" ") })));
}

/** References that stand several on a line, and nothing else: each is an entry. Numbers in columns may be amounts as well, so those are a table. */
function entriesOf(rows: readonly Row[]): readonly BankLine[] | undefined {
  const words = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.split(/[\s,;|]+/))).filter((word) => word !== "");
  if (words.length === rows.length || !words.every(isReference)) return undefined;
  return rows.length === 1 || words.every((word) => /[A-Za-z]/.test(word)) ? words.map((text, at) => ({ line: at + 1, text })) : undefined;
}

/** What a column is called, or what stands in it first. */
function titles(rows: readonly Row[], headerAt: number): readonly string[] {
  const header = rows[Math.max(headerAt, 0)]?.cells ?? [];
  return header.map((cell, at) => cell.trim() || `Column ${at + 1}`);
}

function negated(amount: string | undefined): string | undefined {
  return amount === undefined || amount.startsWith("-") || !/[1-9]/.test(amount) ? amount : `-${amount}`;
}

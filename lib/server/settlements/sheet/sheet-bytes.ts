import "server-only";
import { csvCell } from "../../csv";

const [quote, comma, semicolon, tab, lineFeed, carriageReturn, hyphen, point, colon] = [0x22, 0x2c, 0x3b, 0x09, 0x0a, 0x0d, 0x2d, 0x2e, 0x3a];
const hexadecimal = Buffer.from("0123456789abcdef");
/** What waits for a slow reader is given back soon after it was read, as long as it is short. */
const pieceLength = 64 * 1024;
/** A report tells of some weeks. */
const mostDates = 1_000;
const dayLength = 86_400_000;

/** The bytes of a CSV for spreadsheets, written cell by cell: what is put between two `cell` calls is one, and is quoted or defused where that is needed. */
export class SheetBytes {
  private bytes = Buffer.allocUnsafeSlow(1024 * 1024);
  private length = 0;
  private begin = 0;
  private readonly dates = new Map<number, Uint8Array>();

  /** What was written, in pieces of their own that whoever takes them may keep. */
  *pieces(): Generator<Buffer> {
    for (let start = 0; start < this.length; start += pieceLength) yield Buffer.from(this.bytes.subarray(start, Math.min(start + pieceLength, this.length)));
  }

  /** Begins anew, in the same bytes. */
  clear(): void {
    [this.length, this.begin] = [0, 0];
  }

  put(source: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start);
    const { bytes } = this;
    let to = this.length;
    for (let from = start; from < end; from += 1, to += 1) bytes[to] = source[from] as number;
    this.length = to;
  }

  /** A UUID of 16 bytes as people write it. */
  uuid(source: Uint8Array, start: number): void {
    const { bytes } = this;
    let to = this.length;
    for (let at = 0; at < 16; at += 1) {
      const byte = source[start + at] as number;
      if (at === 4 || at === 6 || at === 8 || at === 10) bytes[to++] = hyphen;
      bytes[to++] = hexadecimal[byte >> 4] as number;
      bytes[to++] = hexadecimal[byte & 15] as number;
    }
    this.length = to;
  }

  /** A number of minor units or the like as a decimal of so many places; nothing for NaN. */
  decimal(value: number, places: number): void {
    if (Number.isNaN(value)) return;
    if (value < 0) this.bytes[this.length++] = hyphen;
    const digits = String(Math.abs(value)).padStart(places + 1, "0");
    for (let at = 0; at < digits.length; at += 1) {
      if (places > 0 && at === digits.length - places) this.bytes[this.length++] = point;
      this.bytes[this.length++] = digits.charCodeAt(at);
    }
  }

  /** A time as ISO writes it, in UTC and to the millisecond, of milliseconds since 1970; nothing for NaN. */
  time(milliseconds: number): void {
    if (Number.isNaN(milliseconds)) return;
    const day = Math.floor(milliseconds / dayLength);
    const date = this.dates.get(day) ?? this.newDate(day);
    this.put(date, 0, date.length);
    const rest = milliseconds - day * dayLength;
    this.digits(0x54, Math.floor(rest / 3_600_000), 2);
    this.digits(colon, Math.floor(rest / 60_000) % 60, 2);
    this.digits(colon, Math.floor(rest / 1_000) % 60, 2);
    this.digits(point, rest % 1_000, 3);
    this.bytes[this.length++] = 0x5a;
  }

  /** Ends a cell. */
  cell(): void {
    if (this.isOdd()) this.rewrite();
    this.plainCell();
  }

  /** Ends a cell that is a number or a time, or was made ready before. */
  plainCell(): void {
    this.bytes[this.length++] = comma;
    this.begin = this.length;
  }

  /** Ends the row, behind its last cell. */
  endRow(): void {
    this.bytes[this.length - 1] = carriageReturn;
    this.bytes[this.length++] = lineFeed;
  }

  private newDate(day: number): Uint8Array {
    if (this.dates.size > mostDates) this.dates.clear();
    const date = Buffer.from(new Date(day * dayLength).toISOString().slice(0, 10));
    this.dates.set(day, date);
    return date;
  }

  private digits(before: number, value: number, count: number): void {
    this.bytes[this.length++] = before;
    if (count === 3) this.bytes[this.length++] = 0x30 + Math.floor(value / 100);
    this.bytes[this.length++] = 0x30 + (Math.floor(value / 10) % 10);
    this.bytes[this.length++] = 0x30 + (value % 10);
  }

  /** Whether the cell may need more than its bytes: nearly all begin with a letter or a digit, and hold nothing that parts cells or lines. */
  private isOdd(): boolean {
    const { bytes, begin, length } = this;
    if (begin === length) return false;
    const first = (bytes[begin] as number) | 0x20;
    if (!((first >= 0x61 && first <= 0x7a) || (first >= 0x30 && first <= 0x39))) return true;
    for (let at = begin; at < length; at += 1) {
      const byte = bytes[at];
      if (byte === comma || byte === semicolon || byte === quote || byte === tab || byte === lineFeed || byte === carriageReturn) return true;
    }
    return false;
  }

  private rewrite(): void {
    const cell = csvCell(this.bytes.toString("utf8", this.begin, this.length));
    this.makeRoom(3 * cell.length);
    this.length = this.begin + this.bytes.write(cell, this.begin);
  }

  /** Room for so many bytes, and for the numbers and times of a row, which are short. */
  private makeRoom(length: number): void {
    const room = length + 1_024;
    if (this.length + room <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.length + room));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

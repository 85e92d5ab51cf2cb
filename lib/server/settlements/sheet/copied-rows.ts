import "server-only";
import { viewOf } from "../view-of";

/** Signature, flags and an empty extension. */
const header = 19;

/** Rows as PostgreSQL's binary copy writes them: each value is taken in the order of the columns, and must be. */
export class CopiedRows {
  /** Where the text in hand begins and ends. */
  start = 0;
  end = 0;
  bytes = Buffer.allocUnsafeSlow(512 * 1024);
  private view = viewOf(this.bytes);
  private place = header;

  /** Takes what was copied in the place of what was there before, into the same bytes. */
  hold(pieces: readonly Buffer[]): void {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (length > this.bytes.length) {
      this.bytes = Buffer.allocUnsafeSlow(2 * length);
      this.view = viewOf(this.bytes);
    }
    let at = 0;
    for (const piece of pieces) at += piece.copy(this.bytes, at);
    this.place = header;
  }

  /** Turns to the next row; false behind the last. */
  next(): boolean {
    const columns = this.view.getInt16(this.place);
    this.place += 2;
    return columns >= 0;
  }

  /** To the first row again. */
  again(): void {
    this.place = header;
  }

  /** Passes over so many values. */
  pass(values: number): void {
    for (let value = 0; value < values; value += 1) this.take();
  }

  /** A number of four bytes that is never left out. */
  integer(): number {
    this.take();
    return this.view.getInt32(this.start);
  }

  /** A number of eight bytes or four, NaN for none: exact, because what is kept is within 2^53. */
  number(): number {
    if (!this.take()) return Number.NaN;
    if (this.end - this.start === 4) return this.view.getInt32(this.start);
    return this.view.getInt32(this.start) * 2 ** 32 + this.view.getUint32(this.start + 4);
  }

  /** Turns to a text or other bytes, `start` to `end`; false for none. */
  take(): boolean {
    const length = this.view.getInt32(this.place);
    this.start = this.place + 4;
    this.end = this.start + Math.max(0, length);
    this.place = this.end;
    return length >= 0;
  }
}

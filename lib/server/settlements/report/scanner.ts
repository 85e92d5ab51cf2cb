import "server-only";
import { viewOf } from "../view-of";
import { ReportFault } from "./fault";
import { control, cutRow, endOfRow, tooMany, unclosed } from "./quoted-row";

const [quote, comma, lineFeed, carriageReturn, hash] = [0x22, 0x2c, 0x0a, 0x0d, 0x23];
/** A row has 0.7 kB. One that is as long as this is a quote that never closes, or no row. */
const longestRow = 256 * 1024;
const mostCells = 512;
/** Room for the line break that ends every search, and for the four bytes that are looked at together. */
const beyond = 8;

/**
 * Takes the bytes of a CSV apart (RFC 4180, strictly) and hands its rows on, one at a time, as places in one buffer: no cell becomes a string before somebody
 * wants it. Rows that begin with `#` and empty ones are passed over. Holds no more than one row and one piece of the file.
 */
export class Scanner {
  /** Where the cells of the row in hand begin and end. */
  readonly starts = new Int32Array(mostCells);
  readonly ends = new Int32Array(mostCells);
  bytes = Buffer.allocUnsafeSlow(160 * 1024);
  view = viewOf(this.bytes);
  cells = 0;
  /** On which line of the file it begins. */
  line = 1;
  /** Whether any byte of it is no ASCII. */
  foreign = false;

  private held = 0;
  private begun = false;
  private nextLine = 1;

  /** `row` is called for each; the places are good until it returns. */
  constructor(private readonly row: () => void) {}

  push(piece: Uint8Array): void {
    this.hold(piece);
    if (!this.begun) {
      if (this.held < 3) return;
      this.begin();
    }
    this.keepFrom(this.scan());
    if (this.held > longestRow) throw this.tooLong();
  }

  /** After the last piece: the last row may lack its line break. */
  end(): void {
    if (!this.begun) this.begin();
    if (this.held === 0) return;
    this.hold(Buffer.of(lineFeed));
    if (this.scan() < this.held) throw unclosed(this.nextLine);
  }

  private hold(piece: Uint8Array): void {
    const length = this.held + piece.length;
    if (length + beyond > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * length + beyond);
      this.bytes.copy(larger, 0, 0, this.held);
      this.bytes = larger;
      this.view = viewOf(larger);
    }
    this.bytes.set(piece, this.held);
    this.held = length;
  }

  private begin(): void {
    this.begun = true;
    const begins = (...magic: number[]) => this.held >= magic.length && magic.every((byte, at) => this.bytes[at] === byte);
    if (begins(0x1f, 0x8b)) throw new ReportFault(1, null, "This is a compressed file (gzip). Unpack it first");
    if (begins(0x50, 0x4b)) throw new ReportFault(1, null, "This is a ZIP file or a workbook, not a CSV");
    if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) throw new ReportFault(1, null, "This is UTF-16, and a report is UTF-8");
    if (begins(0xef, 0xbb, 0xbf)) this.keepFrom(3);
  }

  private keepFrom(place: number): void {
    if (place === 0) return;
    this.bytes.copyWithin(0, place, this.held);
    this.held -= place;
  }

  /** Hands on what is whole; answers where the rest begins. */
  private scan(): number {
    this.bytes[this.held] = lineFeed;
    for (let place = 0; ; ) {
      const next = this.pass(place) ?? this.take(place);
      if (next === undefined) return place;
      place = next;
    }
  }

  /** Behind an empty line or a comment; undefined where there is none. */
  private pass(begin: number): number | undefined {
    const { bytes, held } = this;
    const first = bytes[begin];
    if (begin >= held || (first !== lineFeed && first !== carriageReturn && first !== hash)) return undefined;
    const end = first === hash ? bytes.indexOf(lineFeed, begin) : first === carriageReturn ? begin + 1 : begin;
    if (end >= held || bytes[end] !== lineFeed) return undefined;
    this.nextLine += 1;
    return end + 1;
  }

  /** Hands on the row that begins here, and answers where the next does; undefined when it isn't all there. */
  private take(begin: number): number | undefined {
    const { bytes, view, held, starts, ends } = this;
    // One by one: as a list they would be an object for each row.
    let place = begin;
    let start = begin;
    let cells = 0;
    let foreign = false;
    for (;;) {
      // The loop that costs. Nearly every byte of a report is a letter, a digit, a colon or a hyphen: what lies between a comma and the end of ASCII is passed
      // over, four at once.
      let four = view.getInt32(place, true);
      let others = ((four - 0x2d2d2d2d) | four) & 0x80808080;
      while (others === 0) {
        place += 4;
        four = view.getInt32(place, true);
        others = ((four - 0x2d2d2d2d) | four) & 0x80808080;
      }
      // The lowest of their bits is that of the first byte that is another.
      place += (31 - Math.clz32(others & -others)) >> 3;
      const byte = bytes[place] as number;
      if (byte === comma) {
        starts[cells] = start;
        ends[cells] = place;
        cells += 1;
        place += 1;
        start = place;
      } else if (byte === lineFeed) {
        if (place >= held) return undefined;
        if (cells >= mostCells) throw tooMany(this.nextLine, mostCells);
        starts[cells] = start;
        ends[cells] = place;
        return this.handOn(place + 1, cells + 1, 0, foreign);
      } else if (byte === quote || byte === carriageReturn) return this.takeQuoted(begin);
      else if (byte < 0x20) throw control(this.nextLine);
      else {
        foreign ||= byte >= 0x80;
        place += 1;
      }
    }
  }

  private takeQuoted(begin: number): number | undefined {
    const end = endOfRow(this.bytes, begin, this.held);
    if (end === undefined) return undefined;
    const { cells, breaks, bits } = cutRow(this.bytes, begin, end, this.starts, this.ends, this.nextLine);
    return this.handOn(end, cells, breaks, (bits & 0x80) !== 0);
  }

  private handOn(end: number, cells: number, breaks: number, foreign: boolean): number {
    this.line = this.nextLine;
    this.nextLine += 1 + breaks;
    this.cells = cells;
    this.foreign = foreign;
    this.row();
    return end;
  }

  private tooLong(): ReportFault {
    if (this.bytes.subarray(0, this.held).includes(quote)) return unclosed(this.nextLine);
    return new ReportFault(this.nextLine, null, `The row is longer than ${longestRow / 1024} kB, so it is no row of a report`);
  }
}

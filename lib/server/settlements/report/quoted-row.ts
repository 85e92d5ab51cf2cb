import "server-only";
import { ReportFault } from "./fault";

const [quote, comma, lineFeed, carriageReturn, tab] = [0x22, 0x2c, 0x0a, 0x0d, 0x09];

/** Where the row with quotes or a carriage return that begins here ends, behind its line break; undefined when it isn't all there. */
export function endOfRow(bytes: Uint8Array, begin: number, held: number): number | undefined {
  let quoted = false;
  for (let place = begin; place < held; place += 1) {
    const byte = bytes[place];
    if (byte === quote) quoted = !quoted;
    else if (byte === lineFeed && !quoted) return place + 1;
  }
  return undefined;
}

/** What was found in such a row: its cells' places, the line breaks within its quotes, and all of its bytes' bits. */
export interface Cut {
  readonly cells: number;
  readonly breaks: number;
  readonly bits: number;
}

/** Takes such a row apart, its quotes taken off where they stand: what is left is never longer. */
export function cutRow(bytes: Uint8Array, begin: number, end: number, starts: Int32Array, ends: Int32Array, line: number): Cut {
  const last = bytes[end - 2] === carriageReturn && end - 2 >= begin ? end - 2 : end - 1;
  let [cells, breaks, bits] = [0, 0, 0];
  const bare = (place: number): number => {
    for (; place < last && bytes[place] !== comma; place += 1) {
      const byte = bytes[place] as number;
      if (byte === quote) throw new ReportFault(line, null, "There is a quote in the middle of a cell");
      if (byte < 0x20) throw control(line);
      bits |= byte;
    }
    ends[cells] = place;
    return place;
  };
  const quoted = (open: number): number => {
    let write = open;
    let place = open + 1;
    for (; ; place += 1) {
      const byte = bytes[place] as number;
      if (place >= last) throw unclosed(line);
      if (byte === quote) {
        if (bytes[place + 1] !== quote || place + 1 >= last) break;
        place += 1;
      } else if (byte === lineFeed) breaks += 1;
      else if (byte < 0x20 && byte !== carriageReturn && byte !== tab) throw control(line);
      bytes[write] = byte;
      bits |= byte;
      write += 1;
    }
    ends[cells] = write;
    if (place + 1 < last && bytes[place + 1] !== comma) throw new ReportFault(line, null, "Something follows a closing quote");
    return place + 1;
  };
  for (let place = begin; ; place += 1) {
    if (cells === starts.length) throw tooMany(line, cells);
    starts[cells] = place;
    place = bytes[place] === quote && place < last ? quoted(place) : bare(place);
    cells += 1;
    if (place >= last) return { cells, breaks, bits };
  }
}

/** The faults that both ways of reading a row find. */
export function control(line: number): ReportFault {
  return new ReportFault(line, null, "There is a control character in it, so this is no text");
}

export function unclosed(line: number): ReportFault {
  return new ReportFault(line, null, "A quote is opened and never closed");
}

export function tooMany(line: number, cells: number): ReportFault {
  return new ReportFault(line, null, `The row has more than ${cells} cells`);
}

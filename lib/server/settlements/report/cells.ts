import "server-only";

/** A cell that isn't what its column holds, in words that follow the column's name. */
export const notWhole = Symbol("not a whole number");

/** The whole number in these bytes, as `-?[0-9]+` and within 2^53; `null` for none at all. */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number | null | typeof notWhole {
  if (start === end) return null;
  const negative = bytes[start] === 0x2d;
  let place = negative ? start + 1 : start;
  if (place === end || end - place > 16) return notWhole;
  let value = 0;
  for (; place < end; place += 1) {
    const digit = (bytes[place] as number) - 0x30;
    if (digit < 0 || digit > 9) return notWhole;
    value = value * 10 + digit;
  }
  if (value > Number.MAX_SAFE_INTEGER) return notWhole;
  return negative && value !== 0 ? -value : value;
}

/**
 * Puts into a slot the milliseconds since 1970 of an ISO 8601 time as Klarna writes them, to the second or finer, in UTC or with an offset; NaN for anything else.
 * As an answer each would be an object of its own: three a row.
 */
export function readMoment(bytes: Buffer, view: DataView, start: number, end: number, into = new Float64Array(1), slot = 0): Float64Array {
  const length = end - start;
  // "2024-09-10T09:53:25Z" and "2024-09-10T09:53:25.000Z", which nearly all are.
  if ((length === 20 || (length === 24 && bytes[start + 19] === 0x2e)) && bytes[end - 1] === 0x5a && bytes[start + 10] === 0x54) {
    const fraction = length === 24 ? digits(bytes, start + 20, 3) : 0;
    into[slot] = dayAt(bytes, view, start) * 86_400_000 + timeOfDay(view, start) * 1_000 + fraction;
  } else into[slot] = rareMoment(bytes, view, start, end);
  return into;
}

/** The same of a time with an offset or another fraction. */
function rareMoment(bytes: Buffer, view: DataView, start: number, end: number): number {
  const text = bytes.toString("latin1", start, end);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/.test(text)) return Number.NaN;
  if (Number.isNaN(dayOf(bytes, start) + timeOfDay(view, start))) return Number.NaN;
  return Date.parse(text.replace(/(\.\d{3})\d+/, "$1").replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
}

/** Seconds since midnight of `…T09:53:25`. */
function timeOfDay(view: DataView, start: number): number {
  // As two fours, "09:5" and "3:25", taken from what they would be if every digit were a zero: each byte then is its digit, and nothing above that.
  const [first, second] = [view.getInt32(start + 11) ^ 0x30303a30, view.getInt32(start + 15) ^ 0x303a3030];
  // Beyond nine, six more make a byte sixteen or more.
  if (((first | second | (first + 0x06060006) | (second + 0x06000606)) & 0xf0f0f0f0) !== 0 || (first & 0xff00) !== 0 || (second & 0xff0000) !== 0)
    return Number.NaN;
  const hours = 10 * (first >> 24) + ((first >> 16) & 15);
  const minutes = 10 * (first & 15) + (second >> 24);
  const seconds = 10 * ((second >> 8) & 15) + (second & 15);
  return hours <= 23 && minutes <= 59 && seconds <= 59 ? hours * 3_600 + minutes * 60 + seconds : Number.NaN;
}

/** The day of a date, which mostly is one of those that were looked at before: one is remembered for each last digit of a date. */
function dayAt(bytes: Buffer, view: DataView, start: number): number {
  const slot = (bytes[start + 9] as number) & 15;
  const [year, month, date] = [view.getInt32(start, true), view.getInt32(start + 4, true), view.getInt16(start + 8, true)];
  if (seen.year[slot] === year && seen.month[slot] === month && seen.date[slot] === date) return seen.day[slot] as number;
  const day = dayOf(bytes, start);
  if (Number.isNaN(day)) return day;
  seen.year[slot] = year;
  seen.month[slot] = month;
  seen.date[slot] = date;
  seen.day[slot] = day;
  return day;
}

const seen = { year: new Int32Array(16), month: new Int32Array(16), date: new Int32Array(16), day: new Int32Array(16) };

/** Days since 1970 of `2024-09-10`, from that year on: PostgreSQL and JavaScript agree about them. NaN for a day that there is none of. */
function dayOf(bytes: Uint8Array, start: number): number {
  if (bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d) return Number.NaN;
  const year = digits(bytes, start, 4);
  const month = digits(bytes, start + 5, 2);
  const date = digits(bytes, start + 8, 2);
  if (!(year >= 1970 && month >= 1 && month <= 12 && date >= 1)) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const before = (daysBefore[month - 1] as number) + (leap && month > 2 ? 1 : 0);
  const end = (daysBefore[month] as number) + (leap && month > 1 ? 1 : 0);
  if (before + date > end) return Number.NaN;
  const last = year - 1;
  return 365 * (year - 1970) + Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400) - 477 + before + date - 1;
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let place = start; place < start + count; place += 1) {
    const digit = (bytes[place] as number) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Where the canonical UUID that ends these bytes begins; -1 when none does. Everything before it is the id's stem. */
export function uuidStart(bytes: Uint8Array, start: number, end: number): number {
  const begin = end - 36;
  if (begin < start) return -1;
  for (let at = 0; at < 36; at += 1) {
    const byte = bytes[begin + at] as number;
    const hyphen = at === 8 || at === 13 || at === 18 || at === 23;
    if (hyphen ? byte !== 0x2d : !((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))) return -1;
  }
  return begin;
}

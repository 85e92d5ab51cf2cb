import "server-only";

/** The different texts that the columns of a report hold again and again, each by a number from 0 on: found by its bytes, made a string once. */
export class Words {
  readonly texts: string[] = [];
  private places = new Int32Array(256).fill(-1);
  /** All of them one after the other, and where each begins. */
  private kept = new Bytes(16 * 1024);
  private readonly begins: number[] = [0];

  /** The number of the text in these bytes. Four bytes behind its end must be there to be looked at. */
  numberOf(bytes: Buffer, view: DataView, start: number, end: number): number {
    const mask = this.places.length - 1;
    let place = hashed(view, start, end) & mask;
    for (;;) {
      const number = this.places[place] as number;
      if (number === -1) return this.add(bytes, start, end);
      if (this.is(number, bytes, view, start, end)) return number;
      place = (place + 1) & mask;
    }
  }

  private is(number: number, bytes: Buffer, view: DataView, start: number, end: number): boolean {
    const begin = this.begins[number] as number;
    const length = end - start;
    if ((this.begins[number + 1] as number) - begin !== length) return false;
    const kept = this.kept;
    let at = 0;
    for (; at + 4 <= length; at += 4) if (kept.view.getInt32(begin + at, true) !== view.getInt32(start + at, true)) return false;
    for (; at < length; at += 1) if (kept.bytes[begin + at] !== bytes[start + at]) return false;
    return true;
  }

  private add(bytes: Buffer, start: number, end: number): number {
    const number = this.texts.length;
    const begin = this.begins[number] as number;
    this.kept.write(begin, bytes.subarray(start, end));
    this.begins.push(begin + end - start);
    this.texts.push(bytes.toString("utf8", start, end));
    if (2 * this.texts.length <= this.places.length) this.place(number);
    else {
      this.places = new Int32Array(4 * this.places.length).fill(-1);
      for (let one = 0; one <= number; one += 1) this.place(one);
    }
    return number;
  }

  private place(number: number): void {
    const mask = this.places.length - 1;
    let place = hashed(this.kept.view, this.begins[number] as number, this.begins[number + 1] as number) & mask;
    while (this.places[place] !== -1) place = (place + 1) & mask;
    this.places[place] = number;
  }
}

/** Bytes that there are ever more of. */
class Bytes {
  bytes: Buffer;
  view: DataView;

  constructor(length: number) {
    this.bytes = Buffer.allocUnsafeSlow(length);
    this.view = new DataView(this.bytes.buffer);
  }

  write(place: number, more: Uint8Array): void {
    if (place + more.length + 8 > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (place + more.length + 8));
      this.bytes.copy(larger, 0, 0, place);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    this.bytes.set(more, place);
  }
}

/** Klarna's ids differ in their last characters, and kinds in their length. */
function hashed(view: DataView, start: number, end: number): number {
  let hash = end - start;
  if (hash >= 12) {
    hash = Math.imul(hash ^ view.getInt32(end - 4, true), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ view.getInt32(end - 8, true), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13) ^ view.getInt32(end - 12, true), 0xc2b2ae35);
  } else if (hash >= 4) hash = Math.imul(hash ^ view.getInt32(start, true), 0x9e3779b1) ^ view.getInt32(end - 4, true);
  else for (let place = start; place < end; place += 1) hash = Math.imul(hash ^ view.getUint8(place), 0x01000193);
  return hash ^ (hash >>> 15);
}

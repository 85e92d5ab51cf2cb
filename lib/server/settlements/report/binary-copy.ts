import "server-only";

const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const trailer = Buffer.from([0xff, 0xff]);

/** Rows as PostgreSQL's binary copy takes them. Whoever writes a row asks for room first. */
export class BinaryCopy {
  private bytes = Buffer.allocUnsafe(1024 * 1024);
  private length = signature.copy(this.bytes);

  /** How many bytes are waiting. */
  get size(): number {
    return this.length;
  }

  /** What was written so far, whole; begins anew. */
  take(): Buffer {
    const taken = Buffer.concat([this.bytes.subarray(0, this.length), trailer]);
    this.length = signature.length;
    return taken;
  }

  /** Begins a row of so many columns, whose texts have about so many bytes. */
  row(columns: number, texts: number): void {
    const room = 1_024 + texts;
    if (this.length + room > this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (this.length + room));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    this.length = this.bytes.writeInt16BE(columns, this.length);
  }

  nothing(): void {
    const { bytes, length } = this;
    bytes[length] = 0xff;
    bytes[length + 1] = 0xff;
    bytes[length + 2] = 0xff;
    bytes[length + 3] = 0xff;
    this.length = length + 4;
  }

  integer(value: number): void {
    this.int(4);
    this.int(value);
  }

  long(value: number): void {
    const high = Math.floor(value / 2 ** 32);
    this.int(8);
    this.int(high);
    this.int(value - high * 2 ** 32);
  }

  /** The UUID that is written here, in hexadecimal and with hyphens. */
  uuid(source: Uint8Array, start: number): void {
    this.int(16);
    let length = this.length;
    for (let at = 0; at < 36; at += 2) {
      if (at === 8 || at === 13 || at === 18 || at === 23) at += 1;
      this.bytes[length] = (half(source[start + at] as number) << 4) | half(source[start + at + 1] as number);
      length += 1;
    }
    this.length = length;
  }

  /** A text or other bytes, behind a byte of its own where one is given. */
  text(source: Uint8Array, start: number, end: number, first?: number): void {
    const { bytes } = this;
    this.int(end - start + (first === undefined ? 0 : 1));
    let to = this.length;
    if (first !== undefined) {
      bytes[to] = first;
      to += 1;
    }
    for (let from = start; from < end; from += 1, to += 1) bytes[to] = source[from] as number;
    this.length = to;
  }

  private int(value: number): void {
    const { bytes, length } = this;
    bytes[length] = value >>> 24;
    bytes[length + 1] = value >>> 16;
    bytes[length + 2] = value >>> 8;
    bytes[length + 3] = value;
    this.length = length + 4;
  }
}

function half(digit: number): number {
  return digit <= 0x39 ? digit - 0x30 : digit - 0x57;
}

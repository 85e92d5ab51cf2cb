import "server-only";
import type { ServerResponse } from "node:http";

/**
 * A page's document says its styles once. Next.js writes them into its head (`inlineCss`), and twice more into what its scripts read, though
 * nothing reads them there: React finds styles that stand in a document by their address. In what is read there they are left empty, as the
 * format of React's server components has a text: `T`, how many bytes it has (hexadecimal), a comma, the text.
 */
export function sayStylesOnce(response: ServerResponse): void {
  const { write, end } = response;
  let repeated: Buffer | undefined;
  const shortened = (piece: unknown) => {
    if (!(piece instanceof Uint8Array) || !isPage(response)) return piece;
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    repeated ??= repetitionOf(bytes);
    return repeated ? without(bytes, repeated) : piece;
  };
  response.write = ((piece: unknown, ...more: readonly unknown[]) => write.apply(response, [shortened(piece), ...more] as never)) as ServerResponse["write"];
  response.end = ((piece: unknown, ...more: readonly unknown[]) => end.apply(response, [shortened(piece), ...more] as never)) as ServerResponse["end"];
}

function isPage(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/html") && !response.hasHeader("content-length");
}

const opening = Buffer.from('<style data-precedence="next"');
const closing = Buffer.from("</style>");

/** How a document whose head begins in `bytes` says its styles again; undefined where they aren't there. */
function repetitionOf(bytes: Buffer): Buffer | undefined {
  const start = bytes.indexOf(opening);
  const stop = bytes.indexOf(closing, start);
  if (start < 0 || stop < 0) return undefined;
  const styles = bytes.subarray(bytes.indexOf(">", start) + 1, stop);
  return Buffer.from(`T${styles.length.toString(16)},${asInScript(styles.toString())}`);
}

/** As Next.js writes a text into a script. */
function asInScript(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[&<>\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function without(bytes: Buffer, repeated: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(repeated); at >= 0; at = bytes.indexOf(repeated, from)) {
    kept.push(bytes.subarray(from, at), empty);
    from = at + repeated.length;
  }
  return from === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(from)]);
}

const empty = Buffer.from("T0,");

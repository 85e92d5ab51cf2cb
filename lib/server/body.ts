import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

/** A request's raw body. Throws 413 as soon as it is longer than `most` bytes, whatever its headers promised. */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunksOf(request)) {
      length += chunk.byteLength;
      if (length > most) throw tooLarge(most);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError({ status: 400, code: "BROKEN_OFF", message: "The request broke off before its end." }, { cause: error });
  }
  return Buffer.concat(chunks);
}

/** The same as text. Throws 400 when it isn't UTF-8. */
export async function readText(request: Request, most: number): Promise<string> {
  const bytes = await readBytes(request, most);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError({ status: 400, code: "INVALID_TEXT", message: "The body isn't valid UTF-8." });
  }
}

// In Node a web stream can be iterated; the DOM's types don't say so.
function chunksOf(request: Request): AsyncIterable<Uint8Array> | readonly Uint8Array[] {
  return (request.body as unknown as AsyncIterable<Uint8Array> | null) ?? [];
}

/** The same as JSON. Throws 400 when it isn't. */
export async function readJson(request: Request, most: number): Promise<unknown> {
  return parseJson(await readText(request, most));
}

/** Text as JSON. Throws 400 when it isn't. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError({ status: 400, code: "INVALID_JSON", message: "The body isn't valid JSON." });
  }
}

function tooLarge(most: number): ProblemError {
  return new ProblemError({ status: 413, code: "TOO_LARGE", message: `That is more than ${Math.round(most / 1_000)} kB, the most that is accepted.` });
}

import type { IncomingMessage } from "node:http";

import { notJson, tooLarge } from "./refusal";

/** Klarna's limit on a request's body, in bytes. */
const limit = 1024 * 1024;

/** A request's JSON; undefined when there's no body. Throws 413 over 1 MB, and 400 for what isn't UTF-8 JSON under its own media type. */
export async function readBody(incoming: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(incoming);
  if (bytes.length === 0) return undefined;
  if (!/^application\/json\b/i.test(incoming.headers["content-type"] ?? "")) throw notJson("The content type must be application/json.");
  return parse(bytes);
}

async function readBytes(incoming: IncomingMessage): Promise<Buffer> {
  if (Number(incoming.headers["content-length"] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw notJson("The body could not be read.");
  }
}

import { once } from "node:events";
import { Readable } from "node:stream";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";

import type { Answer } from "./answer";
import type { FaultKind } from "./faults";
import { forbidden, internalError, rateLimited, unavailable } from "./refusal";

/** Faults that strike before a request is applied: throws a refusal, or answers once the connection is gone; else nothing. */
export async function strikeBefore(kind: FaultKind | undefined, { incoming, outgoing }: HttpBindings): Promise<Response | undefined> {
  if (kind === "403") throw forbidden("The credentials aren't allowed to do this.");
  if (kind === "429") throw rateLimited();
  if (kind === "500") throw internalError();
  if (kind === "503") throw unavailable();
  if (kind !== "hang" && kind !== "cut-before") return undefined;
  if (kind === "cut-before") incoming.socket.destroy();
  if (!outgoing.destroyed) await once(outgoing, "close");
  return RESPONSE_ALREADY_SENT;
}

/** Faults that strike after a request was applied and committed: another answer, or none that arrives whole. */
export function strikeAfter(kind: FaultKind | undefined, answer: Answer): Answer {
  if (kind === "garbage") return { status: 200, type: "text/html", body: "<!doctype html><title>Bad gateway</title><p>The page could not be displayed." };
  if (kind === "500-after") return { status: 500, type: "application/json", body: JSON.stringify(internalError().body) };
  return answer;
}

/** Puts an answer on the wire, as far as the fault lets it. */
export function send(answer: Answer, limits: Readonly<Record<string, string>>, { incoming, outgoing }: HttpBindings, kind?: FaultKind): Response {
  const headers: Record<string, string> = { ...limits, "content-type": answer.type };
  const correlation = incoming.headers["partner-correlation-id"];
  if (typeof correlation === "string") headers["partner-correlation-id"] = correlation.slice(0, 255);
  // The rest of a body that was too large isn't worth reading.
  if (answer.status === 413) headers.connection = "close";
  if (kind === "cut-after") incoming.socket.destroy();
  if (kind === "half") sendHalf(answer, headers, outgoing);
  if (kind === "cut-after" || kind === "half") return RESPONSE_ALREADY_SENT;
  return new Response(onTheWire(answer.body), { status: answer.status, headers });
}

function onTheWire(body: Answer["body"]): string | ReadableStream<Uint8Array> | null {
  if (body === undefined || typeof body === "string") return body ?? null;
  // The next piece is made when the last one is gone.
  return Readable.toWeb(Readable.from(body, { objectMode: false, highWaterMark: 64 * 1024 })) as ReadableStream<Uint8Array>;
}

function sendHalf(answer: Answer, headers: Readonly<Record<string, string>>, outgoing: HttpBindings["outgoing"]): void {
  // Of one that is made while it is sent, its first piece is a part.
  const bytes = typeof answer.body === "object" ? Buffer.from([...first(answer.body)]) : Buffer.from(answer.body ?? "");
  outgoing.writeHead(answer.status, { ...headers, "content-length": bytes.length });
  outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.destroy());
}

function first(pieces: Iterable<Uint8Array>): Uint8Array {
  for (const piece of pieces) return piece;
  return new Uint8Array();
}

import "server-only";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import { countAnswer } from "../metrics";
import { compress } from "./compress";
import { type EdgeRefusal, edgeRefusal, hasBody } from "./refuse";
import { requestIdFrom, underRequestId } from "./request-id";
import { isDoor, setSafetyHeaders } from "./safety-headers";
import { limitSending } from "./sending";

/**
 * The desk's edge: stands before every request, whoever answers it. Gives it an id and its answer the headers that all have, refuses
 * what no door or page of ours could mean, and lets nobody send on what isn't read.
 */
export function guardRequests(next: RequestListener, sendingLimit: number): RequestListener {
  return (request, response) => {
    const id = requestIdFrom(request.headers["x-request-id"]);
    const path = request.url ?? "";
    response.setHeader("x-request-id", id);
    setSafetyHeaders(response, path);
    response.once("finish", () => countAnswer(isDoor(path) ? "door" : path.startsWith("/_next/") ? "file" : "page", response.statusCode));
    const refused = edgeRefusal(request);
    if (refused) return refuse(response, path, refused);
    if (hasBody(request.headers))
      limitSending(request, sendingLimit, () => {
        if (response.headersSent) request.socket.destroy();
        else refuse(response, path, tooSlow);
      });
    if (isDoor(path)) speakInProblems(request, response);
    return underRequestId(id, () => compress(request, response, () => next(request, response)));
  };
}

/** In words for a person, in the shape of a problem for who asks a door. */
function refuse(response: ServerResponse, path: string, { header, ...problem }: EdgeRefusal): void {
  if (header) response.setHeader(...header);
  response.setHeader("connection", "close");
  response.statusCode = problem.status;
  if (isDoor(path)) {
    response.setHeader("content-type", "application/json");
    response.end(asProblem(problem));
    return;
  }
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(problem.message);
}

function asProblem(problem: Omit<EdgeRefusal, "header">): string {
  return JSON.stringify({ ...problem, fields: [] });
}

/** Next.js refuses a method that a door hasn't without a word; here it gets one, told before the head is written. */
function speakInProblems(request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, end } = response;
  let words: string | undefined;
  const findWords = (status: number) => {
    if (status < 400 || response.headersSent || response.getHeader("content-type") !== undefined) return;
    response.setHeader("content-type", "application/json");
    words = asProblem(status === 405 ? noSuchMethod : { ...unspoken, status });
  };
  response.writeHead = ((status: number, ...more: never[]) => {
    findWords(status);
    // What is still being sent was refused or isn't read: Node would read on for as long as the sender likes.
    if (!request.complete) response.setHeader("connection", "close");
    return writeHead.call(response, status, ...more);
  }) as ServerResponse["writeHead"];
  response.end = ((...given: readonly unknown[]) => {
    if (given[0] !== undefined) return end.apply(response, given as never);
    findWords(response.statusCode);
    return end.call(response, words as never, "utf8");
  }) as ServerResponse["end"];
}

const tooSlow = { status: 408, code: "TOO_SLOW", message: "This request took too long to arrive, so it was given up." };
const noSuchMethod = { status: 405, code: "METHOD_NOT_ALLOWED", message: "This can't be done here." };
const unspoken = { code: "REFUSED", message: "This request can't be answered." };

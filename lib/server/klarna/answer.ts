import "server-only";
import type { Readable } from "node:stream";
import { type Dispatcher, errors } from "undici";

import { ProblemError } from "@/lib/klarna/problem";

import { fromKlarna, isNoRoute } from "./from-klarna";

/**
 * What came of a request. `yes`: Klarna did it. `no`: Klarna refused it and did nothing. `unclear`: it may have been done
 * or not (no answer, half an answer, a 5xx, a redirect); `unsent` when it surely wasn't, `slow` when patience ran out, `keptBack` when it
 * wasn't tried.
 */
export type Answer =
  | { readonly kind: "yes"; readonly status: number; readonly body: unknown; readonly stream?: Readable }
  | { readonly kind: "no"; readonly status: number; readonly problem: ProblemError }
  | {
      readonly kind: "unclear";
      readonly status?: number;
      readonly problem: ProblemError;
      readonly unsent: boolean;
      readonly slow: boolean;
      readonly keptBack?: true;
    };

/** A whole account with everything in it has some hundred kilobytes. */
const mostBytes = 10_000_000;

/** Reads Klarna's answer to its end, which must come within `patience` milliseconds and 10 MB; a CSV or a PDF is handed on as a stream. `refused` puts a refusal in words. */
export async function readAnswer({ statusCode: status, headers, body }: Dispatcher.ResponseData, patience: number, refused = fromKlarna): Promise<Answer> {
  const ok = status >= 200 && status < 300;
  if (ok && /^(text\/csv|application\/pdf)\b/.test(String(headers["content-type"]))) return { kind: "yes", status, body: undefined, stream: body };
  const text = await readText(body, patience);
  if (ok && text === "") return { kind: "yes", status, body: undefined };
  const json = text === undefined ? unreadable : parseJson(text);
  if (ok) return json === unreadable ? unreadableYes(status) : { kind: "yes", status, body: json };
  const problem = refused(status, json === unreadable ? undefined : json);
  return status >= 400 && status < 500 ? { kind: "no", status, problem } : { kind: "unclear", status, problem, unsent: false, slow: false };
}

/** An error of the connection, or of what comes before it (`before`), as an answer. */
export function unclear(error: unknown, before = false): Answer {
  if (error instanceof ProblemError) return { kind: "no", status: error.problem.status, problem: error };
  const code = String((error as { code?: unknown } | null)?.code ?? "");
  // What OpenSSL says of our own certificate and key comes before any connection.
  const unsent = before || neverSent.has(code) || code.startsWith("ERR_OSSL_") || isOfConnecting(error);
  const slow = code.endsWith("TIMEOUT") && !unsent;
  const message = unsent ? "Klarna can't be reached at the moment, and nothing was sent." : "Klarna didn't answer.";
  return {
    kind: "unclear",
    problem: new ProblemError({ status: unsent ? 503 : 504, code: unsent ? "KLARNA_UNREACHABLE" : "NO_ANSWER", message }, { cause: error }),
    unsent,
    slow,
  };
}

/** No route and the like come from an open connection, too, once it is read from: only of one that couldn't be made they say that nothing was sent. */
function isOfConnecting(error: unknown): boolean {
  const { syscall, errors: each = [] } = (error ?? {}) as { readonly syscall?: unknown; readonly errors?: readonly unknown[] };
  // A host with several addresses fails with an error for each.
  return syscall === "connect" || (each.length > 0 && each.every(isOfConnecting));
}

/**
 * What an answer means for a change that an earlier try may have done: a yes is one, but of the refusals only those that say the
 * request itself is wrong. A limit, a wrong key or a conflict (with what the earlier try made, perhaps) leaves it unclear.
 */
export function inDoubt(answer: Answer): Answer {
  if (answer.kind === "yes" || (answer.kind === "no" && saysWrong(answer)) || (answer.kind === "unclear" && !answer.unsent)) return answer;
  const message = "It was sent before without a clear answer, and this time Klarna didn't take it.";
  const problem = new ProblemError({ ...answer.problem.problem, message }, { cause: answer.problem });
  return {
    kind: "unclear",
    ...(answer.status !== undefined && { status: answer.status }),
    problem,
    unsent: false,
    slow: answer.kind === "unclear" && answer.slow,
  };
}

function saysWrong({ status, problem: { problem } }: Answer & { readonly kind: "no" }): boolean {
  return [400, 404, 413, 422].includes(status) && !isNoRoute(problem);
}

const neverSent = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_INVALID_ARG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REVOKED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

const unreadable = Symbol("unreadable");

/** Undefined when it is longer than any answer. One that comes drop by drop and never ends is as good as none: it throws. */
async function readText(body: Readable, patience: number): Promise<string | undefined> {
  const impatience = setTimeout(() => body.destroy(new errors.BodyTimeoutError()), patience);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.byteLength;
      if (length > mostBytes) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  } finally {
    clearTimeout(impatience);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(storable(text));
  } catch {
    return unreadable;
  }
}

/** JSON without NUL and halves of surrogate pairs, which PostgreSQL can't keep: U+FFFD stands for them. */
function storable(json: string): string {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json;
  return json.replace(/\\(?:ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u(0000|d[89a-f][\da-f]{2})|.)/gi, (written, odd) =>
    odd === undefined ? written : "\\ufffd",
  );
}

/** Klarna has said yes, and only our reading of it failed: what was asked for may well have happened. */
function unreadableYes(status: number): Answer {
  return {
    kind: "unclear",
    status,
    problem: new ProblemError({ status: 502, code: "UNREADABLE_ANSWER", message: "Klarna's answer couldn't be read." }),
    unsent: false,
    slow: false,
  };
}

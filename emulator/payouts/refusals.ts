import { randomUUID } from "node:crypto";

import { internalError, Refusal } from "../http/refusal";

/** A refusal in the shape of Klarna's older API: a code, sentences, and an id for its support. */
export function refusal(status: number, error_code: string, ...error_messages: readonly string[]): Refusal {
  const refused = new Refusal(status, undefined, error_code, error_messages[0] ?? error_code);
  return Object.assign(refused, { body: { error_code, error_messages, correlation_id: randomUUID() } });
}

/** Any fault in that shape. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal && "correlation_id" in error.body) return error;
  const { status, message } = error instanceof Refusal ? error : internalError();
  return refusal(status, { 429: "TOO_MANY_REQUESTS", 503: "SERVICE_UNAVAILABLE" }[status] ?? "INTERNAL_ERROR", message);
}

import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

// One store a process: Next.js may hold this module once for routes and once for instrumentation.
const kept = globalThis as { deskRequestId?: AsyncLocalStorage<string> };

/** Does a request's work under its id, which every log line of it then carries. */
export function underRequestId<Result>(id: string, work: () => Result): Result {
  kept.deskRequestId ??= new AsyncLocalStorage();
  return kept.deskRequestId.run(id, work);
}

/** The id of the request that this work belongs to; undefined in the background. */
export function requestId(): string | undefined {
  return kept.deskRequestId?.getStore();
}

/** The id that a proxy in front gave a request, or a new one. Only what can be nothing but an id is taken: it goes into the log. */
export function requestIdFrom(given: string | string[] | undefined): string {
  return typeof given === "string" && anId.test(given) ? given : randomUUID();
}

const anId = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/;

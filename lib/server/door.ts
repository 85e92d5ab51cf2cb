import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import { overHttps } from "./auth/cookie";
import { requestId } from "./edge/request-id";
import { env } from "./env";
import { type LogFacts, logFault } from "./log";

/** Refuses what another site's page makes a browser send. Route handlers, unlike server actions, don't compare origins for us. */
export function refuseOtherSites(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const own = site === null ? origin === null || sameOrigin(origin, request) : site === "same-origin" || (site === "none" && request.method === "GET");
  if (!own) throw new ProblemError({ status: 403, code: "OTHER_SITE", message: "This request came from another site, so it was refused." });
}

/** Any failure as our one problem shape; what isn't a problem of ours is logged without its message and shown without it. */
export function refusal(error: unknown, facts: LogFacts = {}): Response {
  const { problem } = asProblem(error, facts);
  return Response.json(problem, { status: problem.status, headers: { "cache-control": "no-store" } });
}

function asProblem(error: unknown, facts: LogFacts): ProblemError {
  if (error instanceof ProblemError) return error;
  logFault("request failed", error, facts);
  const id = requestId();
  const quotable = id === undefined ? {} : { errorId: id };
  if (isDiskFull(error))
    return new ProblemError({
      ...quotable,
      status: 503,
      code: "DISK_FULL",
      message:
        "The desk's own database has no room left on its disk, so nothing more can be recorded, and nothing was sent. Whoever runs the desk has to make room.",
    });
  if (isDatabaseDown(error))
    return new ProblemError({
      ...quotable,
      status: 503,
      code: "DATABASE_DOWN",
      message: "The desk's own database can't be reached. Nothing was sent that isn't recorded; try again in a minute.",
    });
  return new ProblemError({
    ...quotable,
    status: 500,
    code: "UNEXPECTED",
    message: "Something went wrong on our side. It was logged; try again, or tell whoever runs the desk.",
  });
}

function isDiskFull(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code === "53100";
}

/** Whether an error means that PostgreSQL can't be reached, is starting or going down, or has nothing left to work with: disk, memory, connections, a way to write. */
export function isDatabaseDown(error: unknown): boolean {
  const { code = "", message = "", cause } = (error ?? {}) as { code?: string; message?: string; cause?: unknown };
  if (
    typeof code === "string" &&
    (/^(08|53|57P0[1-5]|58030|25006)/.test(code) || ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "ETIMEDOUT"].includes(code))
  )
    return true;
  return (
    /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error/.test(message) ||
    (cause !== undefined && isDatabaseDown(cause))
  );
}

/** Whether a database was asked, and went away before it answered: what was asked for may have been done all the same. */
export function isAnswerLost(error: unknown): boolean {
  const { code = "", message = "", syscall, cause } = (error ?? {}) as { code?: string; message?: string; syscall?: string; cause?: unknown };
  if (syscall === "connect" || message.includes("due to connection timeout")) return false;
  return (
    (typeof code === "string" && /^(08(?!001|004)|57P0[12]|ECONNRESET$|EPIPE$|ETIMEDOUT$)/.test(code)) ||
    /Connection terminated|Query read timeout/.test(message) ||
    (cause !== undefined && isAnswerLost(cause))
  );
}

function sameOrigin(origin: string, request: Request): boolean {
  const allowed = new URL(env().DESK_URL).origin;
  if (origin === allowed) return true;
  // A desk on this machine may be opened as localhost or 127.0.0.1; behind https only its own address counts.
  return !overHttps() && origin === `http://${request.headers.get("host")}`;
}

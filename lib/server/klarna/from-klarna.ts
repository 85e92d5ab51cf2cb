import "server-only";
import { z } from "zod";

import { type Problem, ProblemError } from "@/lib/klarna/problem";

// What is odd, or null, takes nothing with it of what can be read.
const said = z.string().optional().catch(undefined);
const klarnaError = z.looseObject({
  error_id: said,
  error_code: said,
  error_message: said,
  validation_errors: z.array(z.looseObject({ parameter: said, reason: said }).catch({})).catch([]),
});

/** Klarna's error as our problem: its validation errors on our paths, its `error_id` kept. */
export function fromKlarna(status: number, body: unknown): ProblemError {
  const parsed = klarnaError.safeParse(body);
  const { error_id: errorId, error_code: code = unnamed(status), error_message = "", validation_errors = [] } = parsed.data ?? {};
  const fields = validation_errors.flatMap(({ parameter, reason = "Klarna doesn't accept this" }) =>
    parameter === undefined ? [] : [{ path: ourPath(parameter), message: reason }],
  );
  return new ProblemError({
    // A 401 from Klarna is about our key, never about the person in front of the browser.
    status: status === 401 || status < 400 || status > 599 ? 502 : status,
    code: status === 401 ? "KLARNA_REFUSED_KEY" : code,
    message: sentence(status, error_message, fields.length),
    ...(errorId !== undefined && { errorId }),
    fields,
  });
}

/** Whether it says that what was asked for isn't there. */
export function isNotThere(problem: Pick<Problem, "status" | "code">): boolean {
  return problem.status === 404 && !isNoRoute(problem);
}

/** Whether it says that the address leads nowhere, or is a 404 of whoever stands between us and Klarna: of what was asked for it says nothing. */
export function isNoRoute({ status, code }: Pick<Problem, "status" | "code">): boolean {
  return status === 404 && (code === "NOT_FOUND" || code === unnamed(404));
}

/** `channel.websites[0].urls[0]` → `channel.websites.0.urls.0` */
export function ourPath(parameter: string): string {
  return parameter.replace(/\[(\d+)\]/g, ".$1").replace(/^\./, "");
}

function unnamed(status: number): string {
  return status === 403 ? "KLARNA_BLOCKED" : `KLARNA_${status}`;
}

function sentence(status: number, klarnas: string, faults: number): string {
  if (status >= 300 && status < 400)
    return "Klarna's address sends the desk on to another one, where it doesn't go. An admin has to look at KLARNA_TEST_URL or KLARNA_LIVE_URL.";
  if (status === 401) return "Klarna doesn't accept this desk's API key. An admin has to look at the settings.";
  if (status === 429) return "Klarna takes no more requests for the moment. Try again in a few seconds.";
  if (status >= 500) return "Klarna has a fault of its own at the moment.";
  if (faults > 0) return faults === 1 ? "Klarna refused one field." : `Klarna refused ${faults} fields.`;
  return klarnas === "" ? "Klarna refused this without saying why." : `Klarna refused: ${klarnas}`;
}

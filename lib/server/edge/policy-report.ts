import "server-only";
import { z } from "zod";

import { ProblemError } from "@/lib/klarna/problem";

import { readJson } from "../body";
import { refusal, refuseOtherSites } from "../door";
import { logInfo } from "../log";

const mostBytes = 16_000;
const most = { reports: 30, every: 60_000 } as const;

/**
 * Takes what a browser tells of a broken content security policy: at most thirty a minute, since anybody may send them. Only the
 * directive's name is kept; the addresses in a report could hold anything.
 */
export async function takePolicyReport(request: Request): Promise<Response> {
  try {
    refuseOtherSites(request);
    if (!takeRoom()) throw new ProblemError({ status: 429, code: "TOO_MANY_REPORTS", message: "There were enough reports for this minute." });
    for (const directive of directivesIn(await readJson(request, mostBytes))) logInfo("policy broken", { code: directive });
    return new Response(null, { status: 204 });
  } catch (error) {
    return refusal(error, { operation: "policy-report" });
  }
}

let minute = { ends: 0, taken: 0 };

function takeRoom(): boolean {
  const now = performance.now();
  if (now >= minute.ends) minute = { ends: now + most.every, taken: 0 };
  minute.taken += 1;
  return minute.taken <= most.reports;
}

// Either of two shapes: `report-uri` sends one report, `report-to` a list of them.
const named = z.string().transform((directive) => known.find((name) => directive === name) ?? "other");
const old = z.object({ "csp-report": z.object({ "effective-directive": named }) }).transform((report) => [report["csp-report"]["effective-directive"]]);
const listed = z
  .array(z.object({ body: z.object({ effectiveDirective: named }) }).transform(({ body }) => body.effectiveDirective))
  .min(1)
  .max(20);

function directivesIn(given: unknown): readonly string[] {
  const parsed = z.union([old, listed]).safeParse(given);
  if (parsed.success) return [...new Set(parsed.data)];
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: "This isn't a report of a broken policy." });
}

const known = [
  "script-src-elem",
  "script-src-attr",
  "script-src",
  "style-src-elem",
  "style-src-attr",
  "img-src",
  "font-src",
  "connect-src",
  "frame-src",
].concat(["object-src", "base-uri", "form-action", "frame-ancestors", "default-src", "worker-src", "media-src", "manifest-src"]);

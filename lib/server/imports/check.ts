import "server-only";
import type { ImportCheck } from "@/lib/desk/import";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { type Line, parseLines } from "./parse";

const mostLines = 200_000;
const mostExamples = 100;

/** What a list holds, before anything is done with it: nothing is kept, and Klarna isn't asked. */
export async function checkImport(environment: Environment, text: string): Promise<ImportCheck> {
  const { lines, added, known } = await sortLines(environment, text);
  const faulty = lines.filter(({ fault }) => fault !== undefined);
  const count = (fault: Line["fault"]) => faulty.filter((line) => line.fault === fault).length;
  return {
    lines: lines.length,
    new: added.length,
    known: known.length,
    faults: { "not-an-id": count("not-an-id"), "other-environment": count("other-environment"), twice: count("twice"), erased: count("erased") },
    examples: faulty.slice(0, mostExamples).map(({ line, fault = "not-an-id", text: given }) => ({ line, fault, text: given.slice(0, 80) })),
  };
}

/** The lines of a list, and of those with an id which the desk has never read. An erased merchant's comes to nothing. Throws 400 when there are none, or too many. */
export async function sortLines(environment: Environment, text: string) {
  const written = parseLines(environment, text);
  if (written.length === 0) throw invalid("There is no line in this list. Write one account id a line.");
  if (written.length > mostLines)
    throw invalid(`This list has ${written.length.toLocaleString("en")} lines; ${mostLines.toLocaleString("en")} are the most at once. Split it in parts.`);
  const ids = written.flatMap(({ accountId }) => accountId ?? []);
  const [knownIds, erasedIds] = await Promise.all([
    idsAmong(ids, environment, "merchants WHERE seen_at IS NOT NULL"),
    idsAmong(ids, environment, "erased_merchants WHERE true"),
  ]);
  const lines = written.map(({ accountId, ...line }): Line => {
    if (accountId === undefined) return line;
    return erasedIds.has(accountId) ? { ...line, fault: "erased" } : { ...line, accountId };
  });
  const right = lines.filter((line): line is Line & { readonly accountId: string } => line.accountId !== undefined);
  return { lines, added: right.filter(({ accountId }) => !knownIds.has(accountId)), known: right.filter(({ accountId }) => knownIds.has(accountId)) };
}

async function idsAmong(ids: readonly string[], environment: Environment, which: string): Promise<ReadonlySet<string>> {
  const rows = await query<{ account_id: string }>(`SELECT account_id FROM ${which} AND environment = $1 AND account_id = ANY($2)`, [environment, ids]);
  return new Set(rows.map(({ account_id }) => account_id));
}

function invalid(message: string): ProblemError {
  return new ProblemError({ status: 400, code: "INVALID_INPUT", message, fields: [{ path: "text", message }] });
}

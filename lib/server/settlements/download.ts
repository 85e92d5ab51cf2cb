import "server-only";
import { Readable } from "node:stream";

import type { Environment } from "@/lib/klarna/environment";
import { settlements } from "@/lib/klarna/operations/settlements";
import { ProblemError } from "@/lib/klarna/problem";

import { appendAudit } from "../audit";
import { read } from "../operations/read";
import type { Actor } from "../operations/record";
import { spreadsheetPieces } from "./sheet/spreadsheet";

/** Klarna's own file, handed on as it comes: to the byte, and no faster than whoever reads it. */
export async function downloadReport(environment: Environment, settlementId: string, by: Actor): Promise<Response> {
  await appendAudit({ kind: "settlement-exported", by, environment, detail: { settlement: settlementId, form: "report" } });
  const { stream } = await read({ environment, operation: settlements.csv, params: { settlement_id: settlementId } }, "interactive");
  if (!stream) throw new ProblemError({ status: 502, code: "UNREADABLE_ANSWER", message: "Klarna answered with something else than a report." });
  return csv(stream, `settlement-${settlementId}.csv`);
}

/** The loaded transactions for a spreadsheet: decimal amounts, merchants' names, nothing that a spreadsheet would take for a formula; of one merchant where that is asked for. */
export async function downloadSpreadsheet(environment: Environment, settlementId: string, accountId: string | undefined, by: Actor): Promise<Response> {
  const pieces = await spreadsheetPieces(environment, settlementId, accountId);
  const detail = { settlement: settlementId, form: "spreadsheet", ...(accountId !== undefined && { account: accountId }) };
  await appendAudit({ kind: "settlement-exported", by, environment, detail });
  const whose = accountId === undefined ? "" : `-${accountId.slice(accountId.lastIndexOf(":") + 1)}`;
  return csv(Readable.from(pieces, { objectMode: false }), `settlement-${settlementId}${whose}-spreadsheet.csv`);
}

function csv(stream: Readable, name: string): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

import "server-only";
import { Readable } from "node:stream";

import type { Environment } from "@/lib/klarna/environment";
import { settlements } from "@/lib/klarna/operations/settlements";
import { ProblemError } from "@/lib/klarna/problem";

import { appendAudit } from "../audit";
import { read } from "../operations/read";
import type { Actor } from "../operations/record";
import { spreadsheetPieces } from "./sheet/spreadsheet";

/** What file is asked for. */
export interface Wanted {
  readonly environment: Environment;
  readonly settlement_id: string;
  readonly account_id?: string | undefined;
  /** Only whether there is one: a browser that saves a file by itself has no words for why there is none. Nothing is answered, and nothing was exported. */
  readonly check?: boolean | undefined;
}

/** Klarna's own file, handed on as it comes: to the byte, and no faster than whoever reads it. */
export async function downloadReport({ environment, settlement_id, check }: Wanted, by: Actor): Promise<Response | undefined> {
  if (!check) await appendAudit({ kind: "settlement-exported", by, environment, detail: { settlement: settlement_id, form: "report" } });
  const { stream } = await read({ environment, operation: settlements.csv, params: { settlement_id } }, "interactive");
  if (!stream) throw new ProblemError({ status: 502, code: "UNREADABLE_ANSWER", message: "Klarna answered with something else than a report." });
  if (!check) return csv(stream, `settlement-${settlement_id}.csv`);
  // What ends before its end says so, and nobody else listens.
  stream.on("error", () => undefined).destroy();
  return undefined;
}

/** The loaded transactions for a spreadsheet: decimal amounts, merchants' names, nothing that a spreadsheet would take for a formula; of one merchant where that is asked for. */
export async function downloadSpreadsheet({ environment, settlement_id, account_id: accountId, check }: Wanted, by: Actor): Promise<Response | undefined> {
  const pieces = await spreadsheetPieces(environment, settlement_id, accountId);
  if (check) return undefined;
  const detail = { settlement: settlement_id, form: "spreadsheet", ...(accountId !== undefined && { account: accountId }) };
  await appendAudit({ kind: "settlement-exported", by, environment, detail });
  const whose = accountId === undefined ? "" : `-${accountId.slice(accountId.lastIndexOf(":") + 1)}`;
  return csv(Readable.from(pieces, { objectMode: false }), `settlement-${settlement_id}${whose}-spreadsheet.csv`);
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

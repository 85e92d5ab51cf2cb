import "server-only";
import type { ImportedSettlement } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { sendJob } from "../jobs/queue";
import type { Actor } from "../operations/record";
import { auditFees } from "./fees/job";
import { loadReport } from "./load";
import { ReportFault } from "./report/fault";

/** So much of a file is still taken after its fault, so that whoever sends it hears what it is; from then on the connection ends. */
const mostAfterwards = 64 * 1024 * 1024;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Loads a report that somebody brings as a file, as it arrives: the file itself says of which settlement it is. Throws 400 with line, column and reason for what isn't
 * a report, 409 where another report of the same settlement is loaded, or Klarna says another amount: then nothing of it is left. The same file once more changes nothing.
 */
export async function importReport(environment: Environment, body: ReadableStream<Uint8Array> | null, by: Actor): Promise<ImportedSettlement> {
  const reader = body?.getReader();
  try {
    const { outcome, settlementId } = await loadReport(piecesOf(reader), { environment, source: "imported", by });
    if (outcome === "other") throw otherContent(settlementId);
    if (outcome === "contrary") throw notKlarnas(settlementId);
    if (outcome === "loaded") await sendJob(auditFees, { data: {} });
    return { settlement_id: settlementId, outcome };
  } catch (error) {
    if (!(error instanceof ReportFault)) throw error;
    await passOver(reader);
    throw notAReport(error);
  }
}

async function* piecesOf(reader: Reader | undefined): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await reader?.read().catch((error: unknown) => {
      throw new ProblemError(
        { status: 400, code: "BROKEN_OFF", message: "The file broke off on its way, so nothing of it was kept. Try again." },
        { cause: error },
      );
    });
    if (!piece || piece.done) return;
    yield piece.value;
  }
}

async function passOver(reader: Reader | undefined): Promise<void> {
  for (let left = mostAfterwards; left > 0; ) {
    const piece = await reader?.read().catch(() => undefined);
    if (!piece || piece.done) return;
    left -= piece.value.byteLength;
  }
}

function notAReport({ line, column, reason }: ReportFault): ProblemError {
  const place = `Line ${line.toLocaleString("en")}${column === null ? "" : `, column ${column}`}`;
  return new ProblemError({ status: 400, code: "NOT_A_REPORT", message: `${place}: ${reason}. Nothing of the file was kept.` });
}

function otherContent(settlementId: string): ProblemError {
  return new ProblemError({
    status: 409,
    code: "OTHER_CONTENT",
    message: `Another report of settlement ${settlementId} is loaded already, and stands: this file has another content. Nothing of it was kept.`,
  });
}

function notKlarnas(settlementId: string): ProblemError {
  return new ProblemError({
    status: 409,
    code: "NOT_KLARNAS_AMOUNT",
    message: `Klarna says another amount or currency of settlement ${settlementId} than this file. Nothing of it was kept. Load Klarna's own report.`,
  });
}

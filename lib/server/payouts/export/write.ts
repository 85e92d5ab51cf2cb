import "server-only";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

import { ProblemError } from "@/lib/klarna/problem";

import { addedToLine, addedToPayout, lineTable, payoutTable, type StreamColumn } from "./columns";
import { lineRecords, payoutRecords, type Span, thisMoment } from "./records";

export type ExportFormat = "jsonl" | "csv";

/** What is to be written where: everything, or each payout that changed since the last time in this folder, or shortly before, with all of its lines. */
export interface Export {
  readonly connection: string;
  readonly folder: string;
  readonly format: ExportFormat;
  readonly everything: boolean;
}

/**
 * Writes what was read as two streams, `payouts` and `transactions`, each whole under another name first, so that what reads them never sees half a file; then
 * notes how far it got. Answers how many of each were written.
 */
export async function writeStreams({ connection, folder, format, everything }: Export): Promise<{ readonly payouts: number; readonly transactions: number }> {
  mkdirSync(folder, { recursive: true });
  const state = path.join(folder, "state.json");
  const span: Span = { connection, since: everything ? null : lastTime(state, connection, format), until: await thisMoment() };
  const payouts = await writeStream(path.join(folder, `payouts.${format}`), format, payoutRecords(span), payoutTable, addedToPayout);
  const transactions = await writeStream(path.join(folder, `transactions.${format}`), format, lineRecords(span), lineTable, addedToLine);
  writeFileSync(`${state}.part`, `${JSON.stringify({ connection, format, changed_until: span.until })}\n`);
  renameSync(`${state}.part`, state);
  return { payouts, transactions };
}

const kept = z.object({ connection: z.string(), format: z.enum(["jsonl", "csv"]).optional(), changed_until: z.string() });

function lastTime(file: string, connection: string, format: ExportFormat): string | null {
  if (!existsSync(file)) return null;
  const parsed = kept.safeParse(tryJson(readFileSync(file, "utf8")));
  // Which form it has wasn't always noted.
  if (parsed.success && parsed.data.connection === connection && (parsed.data.format ?? format) === format) return parsed.data.changed_until;
  throw new ProblemError({
    status: 409,
    code: "OTHER_STATE",
    message: `${file} isn't of this connection in this format. Take another folder, or write everything anew with --full.`,
  });
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function writeStream<Row extends { readonly content: object }>(
  file: string,
  format: ExportFormat,
  pages: AsyncIterable<readonly Row[]>,
  columns: readonly StreamColumn<Row>[],
  added: (row: Row) => object,
): Promise<number> {
  const stream = createWriteStream(`${file}.part`);
  let count = 0;
  if (format === "csv") stream.write(`${columns.map(({ header }) => header).join(",")}\r\n`);
  for await (const rows of pages) {
    count += rows.length;
    const text = rows.map((row) => (format === "jsonl" ? `${JSON.stringify({ ...row.content, ...added(row) })}\n` : csvLine(columns, row))).join("");
    if (!stream.write(text)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
  renameSync(`${file}.part`, file);
  return count;
}

/** RFC 4180, for programs: nothing is defused, a text stays what it is. */
function csvLine<Row>(columns: readonly StreamColumn<Row>[], row: Row): string {
  const cells = columns.map(({ cell }) => String(cell(row) ?? ""));
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}\r\n`;
}

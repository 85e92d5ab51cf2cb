import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { copyOut, query } from "../../db/client";
import { copiedColumns, SheetWriter, sheetHeader } from "./sheet-columns";

/** So many lines a statement: some milliseconds, and less than a megabyte on its way to whoever reads slowly. */
const linesAtOnce = 1_000;

/**
 * The transactions of a loaded settlement as CSV, some lines at a time: the next are only asked for when the last are gone. Throws 409 while there is nothing
 * loaded, 404 for a merchant who isn't in it. Ends with a fault, never as if all were there, when another report takes this one's place meanwhile.
 */
export async function spreadsheetPieces(environment: Environment, settlementId: string, accountId?: string): Promise<AsyncGenerator<Buffer>> {
  const [load] = await query<{ load_id: number | null; currency: string | null; word: number | null }>(
    `SELECT s.load_id, s.currency, (SELECT w.id FROM settlement_words w WHERE w.load_id = s.load_id AND w.word = $3) AS word
     FROM settlements s WHERE s.environment = $1 AND s.settlement_id = $2`,
    [environment, settlementId, accountId ?? null],
  );
  if (load?.load_id === null || load?.load_id === undefined)
    throw new ProblemError({
      status: 409,
      code: "NOT_LOADED",
      message: "This settlement's report isn't loaded yet, so there is no spreadsheet of it. Klarna's own file is there.",
    });
  if (accountId !== undefined && load.word === null)
    throw new ProblemError({ status: 404, code: "NO_SUCH_MERCHANT", message: "This merchant has no transaction in this settlement." });
  return pieces(load.load_id, load.currency ?? "", load.word);
}

async function* pieces(loadId: number, currency: string, word: number | null): AsyncGenerator<Buffer> {
  yield Buffer.from(`\ufeff${sheetHeader}\r\n`);
  const sheet = new SheetWriter(loadId, currency);
  const account = word === null ? "" : `AND account_word = ${word}`;
  for (let after = 0, full = true; full; ) {
    // Numbers of ours, each of them: a copy takes no parameters.
    const which = `load_id = ${loadId} AND line > ${after} ${account} ORDER BY line LIMIT ${linesAtOnce}`;
    sheet.copied.hold(await copyOut(`COPY (SELECT ${copiedColumns.join(", ")} FROM settlement_lines WHERE ${which}) TO STDOUT (FORMAT binary)`));
    const { rows, last } = await sheet.write();
    yield* sheet.pieces();
    [after, full] = [last, rows === linesAtOnce];
  }
  // What no settlement names any more is taken away a part at a time: lines and words of it may have been missing.
  const named = await query("SELECT 1 FROM settlements WHERE load_id = $1", [loadId]);
  if (named.length === 0) throw new Error("Another report took this one's place while its spreadsheet was written.");
}

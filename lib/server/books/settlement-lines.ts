import "server-only";
import { partsOfTransaction } from "@/lib/desk/books/of-settlement";

import { query } from "../db/client";
import type { BookedLine, ExportEntry } from "./entries";

const pageSize = 1_000;

/** The transactions of a settlement as they are booked, in the order of its report. */
export async function* settlementLines(entry: ExportEntry): AsyncGenerator<readonly BookedLine[], void> {
  const [report] = await query<{ load_id: number; totals: Readonly<Record<string, number>> }>(
    `SELECT s.load_id, s.totals FROM settlements s JOIN settlement_loads l ON l.id = s.load_id
     WHERE s.environment = $1 AND s.settlement_id = $2 AND encode(l.sha256, 'hex') = $3`,
    [entry.environment, entry.id, entry.source],
  );
  if (!report) return;
  let after = 0;
  for (;;) {
    const rows = await query<TransactionRow>(statement, [report.load_id, after]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ type, detailed, amount, tax, reference, capture_reference }) => ({
      parts: partsOfTransaction({ type, detailedType: detailed, amount: BigInt(amount), tax: BigInt(tax ?? "0") }, report.totals),
      order: reference ?? capture_reference,
    }));
    after = last.line;
  }
}

interface TransactionRow {
  readonly line: number;
  readonly type: string;
  readonly detailed: string;
  readonly amount: string;
  readonly tax: string | null;
  readonly reference: string | null;
  readonly capture_reference: string | null;
}

const statement = `
  SELECT l.line, coalesce(t.word, '') AS type, coalesce(d.word, '') AS detailed, l.amount::text, l.tax::text, l.reference, l.capture_reference
  FROM settlement_lines l
  LEFT JOIN settlement_words t ON t.load_id = l.load_id AND t.id = l.type_word
  LEFT JOIN settlement_words d ON d.load_id = l.load_id AND d.id = l.detailed_word
  WHERE l.load_id = $1 AND l.line > $2 ORDER BY l.line LIMIT ${pageSize}`;

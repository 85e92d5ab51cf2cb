import "server-only";
import { type PayoutMoney, partsOfLines, partsOfPayout } from "@/lib/desk/books/of-payout";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { totalsIn } from "../payouts/sync/payout-row";
import type { BookedLine, ExportEntry } from "./entries";

const pageSize = 1_000;

/** The lines of a payout as they are booked, in the order of their keys. */
export async function* payoutLines(entry: ExportEntry): AsyncGenerator<readonly BookedLine[], void> {
  const [payout] = await query<{ id: string; content: Readonly<Record<string, unknown>>; settlement_type: string | null }>(
    `SELECT id::text, content, settlement_type FROM payouts p WHERE environment = $1 AND payment_reference = $2 AND ${utc("p.changed_at")} = $3`,
    [entry.environment, entry.id, entry.source],
  );
  const totals = totalsIn(payout?.content ?? {});
  const form = partsOfPayout(totals, payout?.settlement_type ?? null, [])?.form;
  if (!payout || !form) return;
  let after = "";
  for (;;) {
    const rows = await query<LineRow>(statement, [payout.id, after]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ order, ...row }) => ({ parts: partsOfLines(moneyOf(row), form, totals) ?? [], order }));
    after = last.key;
  }
}

function moneyOf({ type, detailed_type, amount, tax }: Omit<LineRow, "order">): PayoutMoney {
  return { type: type ?? "", detailedType: detailed_type ?? "", amount: amount === null ? undefined : BigInt(amount), tax: BigInt(tax ?? "0") };
}

interface LineRow {
  readonly key: string;
  readonly type: string | null;
  readonly detailed_type: string | null;
  readonly amount: string | null;
  readonly tax: string | null;
  readonly order: string | null;
}

const statement = `
  SELECT encode(key, 'hex') AS key, type, detailed_type, amount::text, tax::text, coalesce(merchant_reference, order_id) AS "order"
  FROM payout_lines WHERE payout_id = $1::bigint AND key > decode($2, 'hex') ORDER BY key LIMIT ${pageSize}`;

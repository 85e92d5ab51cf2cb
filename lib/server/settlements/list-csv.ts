import "server-only";
import type { Asked, SettlementFilter, SettlementItem } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";
import { decimalText } from "@/lib/money";

import { appendAudit } from "../audit";
import { answerCsv, type CsvColumn } from "../csv";
import { everyPage } from "../cursor";
import type { Actor } from "../operations/record";
import { listSettlements } from "./list";

const rowsAtOnce = 500;

/** All settlements that a filter finds, as the list has them, made while they are downloaded. That somebody takes them away is noted before, but not what was searched for. */
export async function exportSettlements(
  { environment, ...filter }: Asked<SettlementFilter> & { readonly environment: Environment },
  by: Actor,
): Promise<Response> {
  await appendAudit({ kind: "settlements-exported", by, environment, detail: { narrowed_by: Object.keys(filter) } });
  const pages = everyPage(async (after) => {
    const { settlements: rows, next } = await listSettlements(environment, filter, after, rowsAtOnce);
    return { rows, next };
  });
  return answerCsv(`settlements-${environment}-${new Date().toISOString().slice(0, 10)}.csv`, columns, pages);
}

const money = (minor: string | null, currency: string | null) => (minor === null || currency === null ? minor : decimalText(BigInt(minor), currency));

const columns: readonly CsvColumn<SettlementItem>[] = [
  { header: "settlement_id", cell: ({ settlement_id }) => settlement_id },
  { header: "period_from", cell: ({ period_from }) => period_from },
  { header: "period_to", cell: ({ period_to }) => period_to },
  { header: "currency", cell: ({ currency }) => currency },
  { header: "amount", cell: ({ amount, currency }) => money(amount, currency) },
  { header: "payout_id", cell: ({ payout_id }) => payout_id },
  { header: "paid_out_at", cell: ({ paid_out_at }) => paid_out_at },
  { header: "adds_up", cell: ({ verdict }) => verdict },
  { header: "transactions_gap", cell: ({ lines_gap, currency }) => money(lines_gap, currency) },
  { header: "summary_gap", cell: ({ parts_gap, currency }) => money(parts_gap, currency) },
  { header: "opening_debt_gap", cell: ({ chain_gap, currency }) => money(chain_gap, currency) },
  { header: "transactions", cell: ({ rows }) => rows },
  { header: "report", cell: ({ report }) => report },
  { header: "known_since", cell: ({ known_since }) => known_since },
];

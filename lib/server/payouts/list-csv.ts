import "server-only";
import type { PayoutFilter, PayoutRow } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { decimalText } from "@/lib/money";

import { appendAudit } from "../audit";
import { answerCsv, type CsvColumn } from "../csv";
import { everyPage } from "../cursor";
import type { Actor } from "../operations/record";
import { listPayouts } from "./list";

const rowsAtOnce = 500;

/** All payouts that a filter finds, as the list has them, made while they are downloaded. That somebody takes them away is noted before. */
export async function exportPayouts({ environment, ...filter }: PayoutFilter & { readonly environment: Environment }, by: Actor): Promise<Response> {
  await appendAudit({ kind: "payouts-exported", by, environment, detail: { narrowed_by: Object.keys(filter) } });
  const pages = everyPage(async (after) => {
    const { payouts: rows, next } = await listPayouts(environment, filter, after, rowsAtOnce);
    return { rows, next };
  });
  return answerCsv(`payouts-${environment}-${new Date().toISOString().slice(0, 10)}.csv`, columns, pages);
}

const columns: readonly CsvColumn<PayoutRow>[] = [
  { header: "payment_reference", cell: ({ payment_reference }) => payment_reference },
  { header: "payout_date", cell: ({ payout_date }) => payout_date },
  { header: "currency", cell: ({ currency }) => currency },
  { header: "amount", cell: ({ amount, currency }) => (amount === null || currency === null ? amount : decimalText(BigInt(amount), currency)) },
  { header: "merchant_id", cell: ({ merchant_id }) => merchant_id },
  { header: "settlement_type", cell: ({ settlement_type }) => settlement_type },
  { header: "totals", cell: ({ proof }) => proof?.equation },
  { header: "lines", cell: ({ proof }) => proof?.lines },
  { header: "lines_to_be_read", cell: ({ lines_due }) => lines_due },
  { header: "gone", cell: ({ gone }) => gone },
];

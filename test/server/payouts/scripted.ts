import { query } from "@/lib/server/db/client";

import type { ScriptedKlarna } from "../harness/scripted-klarna";

interface Answers {
  readonly payouts?: (search: URLSearchParams) => unknown;
  readonly lines?: (search: URLSearchParams) => unknown;
  readonly summary?: unknown;
  readonly status?: number;
}

/** What Klarna answers: its payouts in the month of the first one only, so that each is listed once. */
export function says(klarna: ScriptedKlarna, { payouts, lines, summary = [], status = 200 }: Answers): void {
  klarna.script = ({ path }) => {
    const { pathname, searchParams } = new URL(path, "http://klarna.example");
    const answer = pathname.endsWith("/payouts") ? payouts?.(searchParams) : pathname.endsWith("/transactions") ? lines?.(searchParams) : summary;
    return { status, body: typeof answer === "string" ? answer : JSON.stringify(answer ?? { payouts: [], transactions: [] }) };
  };
}

export const inMonth = (search: URLSearchParams, month = "2024-03") => search.get("start_date")?.startsWith(month) === true;
export const list = (payouts: readonly unknown[], pagination: object = {}) => ({
  payouts,
  pagination: { count: payouts.length, total: payouts.length, next: null, ...pagination },
});
export const payoutOf = (reference: string, more: object = {}) => ({
  ...{ payment_reference: reference, payout_date: "2024-03-05T04:00:00Z", currency_code: "EUR", merchant_id: "K1", merchant_settlement_type: "NET" },
  totals: { sale_amount: 1_000, settlement_amount: 1_000 },
  ...more,
});
export const sale = (more: object = {}) => ({
  type: "SALE",
  detailed_type: "PURCHASE",
  amount: 1_000,
  currency_code: "EUR",
  capture_date: "2024-03-04T10:00:00Z",
  order_id: "o-1",
  capture_id: "c-1",
  ...more,
});
/** The lines of each payout, and what comes where all lines are asked for. */
export const linesOf =
  (lines: readonly unknown[], pagination: object = {}, all: (search: URLSearchParams) => unknown = () => ({ transactions: [] })) =>
  (search: URLSearchParams) =>
    search.has("payment_reference") ? lineList(lines, pagination) : all(search);
export const lineList = (lines: readonly unknown[], pagination: object = {}) => ({
  transactions: lines,
  pagination: { total: lines.length, next: null, ...pagination },
});
/** What the latest reading came upon. */
export async function faults() {
  const [latest] = await query<{ faults: readonly { readonly code: string; readonly about: string }[] }>(
    "SELECT faults FROM payout_syncs ORDER BY created_at DESC LIMIT 1",
  );
  return latest?.faults;
}

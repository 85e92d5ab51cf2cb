import { readFileSync } from "node:fs";
import { ReportFault } from "@/lib/server/settlements/report/fault";
import { type ReadReport, ReportReader } from "@/lib/server/settlements/report/read-report";

/** The report in Klarna's own documentation. */
export const klarnasSample = readFileSync(new URL("./klarnas-sample.csv", import.meta.url));

/** Reads bytes in pieces of a length; a fault is answered, not thrown. */
export function readBytes(bytes: Uint8Array, piece = 64 * 1024): ReadReport | ReportFault {
  const reader = new ReportReader();
  try {
    for (let from = 0; from < bytes.length; from += piece) reader.push(bytes.subarray(from, from + piece));
    return reader.end();
  } catch (error) {
    if (error instanceof ReportFault) return error;
    throw error;
  }
}

/** What a report comes to by kind, as text that can be compared. */
export function kindsOf({ sums, words }: ReadReport): Readonly<Record<string, string>> {
  const kinds = sums.byKind().map(({ type, detailed, rows, amount, tax }) => [`${words[type]}/${words[detailed]}`, `${rows} ${amount} ${tax}`] as const);
  return Object.fromEntries(kinds);
}

const account = "krn:partner:global:account:live:7d7713fc-43a2-40bd-baef-de444d85ac44";

/** A small report that adds up: three purchases, each cell of which may be changed. */
export function smallReport(change: (cells: string[][]) => void = () => undefined): Buffer {
  const rows = [
    [
      "settlement_id,settling_business_entity_id,created_at,period_from,period_to,settlement_amount,currency,capture_amount,refund_amount,payment_fixed_fee_amount,payment_variable_fee_amount,dispute_fee_amount,fee_correction_amount,chargeback_amount,correction_chargeback_amount,vat_amount,holdback_amount,release_amount,opening_debt_balance,deposit_amount,repay_amount,closing_debt_balance,payout_id,paid_out_at,payout_bank_account_id,payout_bank_account_reference,,",
    ],
    [
      "S-1,krn:entity:1,2026-10-13T22:00:00Z,2026-10-05T22:00:00Z,2026-10-12T22:00:00Z,5620,EUR,6000,-100,-200,-60,0,0,0,0,-20,0,0,0,0,0,0,krn:payout:1,2026-10-13T22:00:00Z,krn:bank:1,Payouts,,",
    ],
    [
      "type,detailed_type,created_at,amount,currency,account_id,settlement_id,payment_transaction_id,payment_transaction_reference,payment_capture_id,payment_refund_id,tax_amount,tax_rate,pricing_evaluated_at",
    ],
    line("SALE", "CAPTURE", 4000, 1, "", ""),
    line("FEE", "PAYMENT_FIXED_FEE", -100, 1, "-10", "1000"),
    line("FEE", "PAYMENT_VARIABLE_FEE", -60, 1, "", ""),
    line("SALE", "CAPTURE", 2000, 2, "", ""),
    line("FEE", "PAYMENT_FIXED_FEE", -100, 2, "-10", "1000"),
    line("REFUND", "REFUND", -100, 2, "", ""),
  ].map(([text = ""]) => text.split(","));
  change(rows);
  return Buffer.from(`${rows.map((cells) => cells.join(",")).join("\n")}\n`);
}

function line(type: string, detailed: string, amount: number, payment: number, tax: string, rate: string): [string] {
  const id = `krn:payment:eu1:transaction:16a484d1-859b-489f-8969-d92dccc7a3a${payment}`;
  return [
    `${type},${detailed},2026-10-0${payment + 6}T12:55:25.000Z,${amount},EUR,${account},S-1,${id},order-${payment},${id}:capture:1,${type === "REFUND" ? `${id}:refund:1` : ""},${tax},${rate},2026-10-01T05:27:57.512Z`,
  ];
}

import type { Piece } from "../state/account";
import type { Payout } from "./book";

const summary = [
  ...["sale", "fee", "fee_correction", "tax", "return", "reversal", "commission", "credit", "charge", "holdback", "release", "deposit", "repay", "fee_refund"],
  "settlement",
];
const facts = ["payment_reference", "currency_code", "payout_date", "merchant_id", "merchant_settlement_type"];
const columns = [
  ...["type", "capture_date", "sale_date", "order_id", "short_order_id", "capture_id", "merchant_reference1", "merchant_reference2", "amount", "currency_code"],
  ...["refund_id", "purchase_country", "vat_rate", "vat_amount", "detailed_type", "reversal_reference", "klarna_comment"],
];
const renamed: Readonly<Record<string, string>> = { currency_code: "posting_currency", vat_rate: "tax_rate", vat_amount: "tax_amount" };

/** Klarna's own CSV: a block of sums and one of lines, with semicolons and decimal amounts. */
export function csvOf(payouts: readonly Payout[], lines: readonly Piece[]): string {
  const head = [...summary.map((name) => `total_${name}_amount`), ...facts.map((name) => (name === "currency_code" ? "settlement_currency" : name))];
  const sums = payouts.map(({ totals, ...payout }) => [
    ...summary.map((name) => decimal(totals[`${name}_amount`] ?? 0)),
    ...facts.map((name) => String((payout as Piece)[name] ?? "")),
  ]);
  const rows = lines.map((line) => columns.map((name) => (name === "amount" || name === "vat_amount" ? decimal(line[name]) : String(line[name] ?? ""))));
  const blocks = [head, ...sums, columns.map((name) => renamed[name] ?? name), ...rows];
  return `${blocks.map((row) => row.map(quoted).join(";")).join("\r\n")}\r\n`;
}

function decimal(value: unknown): string {
  return typeof value === "number" ? (value / 100).toFixed(2) : "";
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

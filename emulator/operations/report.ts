import type { Settlement } from "../state/world";

/** The parts of a settlement's amount and its debt, in the report's order. */
export const totalColumns = [
  "capture_amount",
  "refund_amount",
  "payment_fixed_fee_amount",
  "payment_variable_fee_amount",
  "dispute_fee_amount",
  "fee_correction_amount",
  "chargeback_amount",
  "correction_chargeback_amount",
  "vat_amount",
  "holdback_amount",
  "release_amount",
  "opening_debt_balance",
  "deposit_amount",
  "repay_amount",
  "closing_debt_balance",
] as const;
/** The columns of its two sections. */
export const summaryColumns = [
  ...["settlement_id", "settling_business_entity_id", "created_at", "period_from", "period_to", "settlement_amount", "currency"],
  ...totalColumns,
  ...["payout_id", "paid_out_at", "payout_bank_account_id", "payout_bank_account_reference"],
];
export const transactionColumns = [
  ...["type", "detailed_type", "created_at", "amount", "currency", "account_id", "account_group_id", "product_instance_id", "settlement_id"],
  ...["settlement_configuration_id", "payment_transaction_id", "merchant_category_code", "payment_transaction_created_at", "payment_transaction_reference"],
  ...["payment_capture_id", "payment_capture_reference", "payment_refund_id", "payment_refund_reference", "payment_dispute_id", "payment_chargeback_id"],
  ...["tax_amount", "tax_rate", "buy_rate_incentives_amount", "sell_rate_incentives_amount", "price_plan_id", "payment_program_id", "pricing_evaluated_at"],
];

/** A settlement report as Klarna writes it: a summary of two lines, then the transactions under their own header. */
export function report({ details, report, transactions }: Settlement): string {
  const summary = { ...details, ...(details.totals as object), ...report };
  const padding = ["", "", ""];
  const lines = [[...summaryColumns, ...padding], [...cells(summary, summaryColumns), ...padding], transactionColumns];
  return `${[...lines, ...transactions.map((transaction) => cells(transaction, transactionColumns))].map((line) => line.join(",")).join("\n")}\n`;
}

function cells(row: Readonly<Record<string, unknown>>, columns: readonly string[]): readonly string[] {
  return columns.map((column) => quoted(String(row[column] ?? "")));
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

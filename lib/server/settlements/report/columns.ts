import "server-only";
import { ReportFault } from "./fault";
import type { Scanner } from "./scanner";

/** What the summary must have: without one of these nothing can be proved. */
export const summaryColumns = [
  "settlement_id",
  "settling_business_entity_id",
  "created_at",
  "period_from",
  "period_to",
  "settlement_amount",
  "currency",
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
  "payout_id",
  "paid_out_at",
] as const;

/** What a transaction must have. */
export const lineColumns = [
  "type",
  "detailed_type",
  "created_at",
  "amount",
  "currency",
  "account_id",
  "settlement_id",
  "payment_transaction_id",
  "payment_transaction_reference",
  "payment_capture_id",
  "payment_refund_id",
  "tax_amount",
  "tax_rate",
] as const;

/** What it has besides, mostly. */
export const otherLineColumns = [
  "account_group_id",
  "product_instance_id",
  "settlement_configuration_id",
  "merchant_category_code",
  "payment_transaction_created_at",
  "payment_capture_reference",
  "payment_refund_reference",
  "payment_dispute_id",
  "payment_chargeback_id",
  "buy_rate_incentives_amount",
  "sell_rate_incentives_amount",
  "price_plan_id",
  "payment_program_id",
  "pricing_evaluated_at",
] as const;

export type LineColumn = (typeof lineColumns)[number] | (typeof otherLineColumns)[number];

/** A section's header: where each column stands, by the last segment of its name. Columns without a name are empty ones. */
export interface Header {
  readonly line: number;
  readonly names: readonly string[];
  /** -1 for what the section doesn't have. */
  readonly at: (name: string) => number;
}

/** Reads the row in hand as a header. Throws when a column that must be there is missing, or one is there twice. */
export function headerOf(scanner: Scanner, wanted: readonly string[], section: string): Header {
  const names = namesIn(scanner);
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new ReportFault(scanner.line, missing[0] ?? null, `The ${section} has no column of this name`);
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice !== undefined) throw new ReportFault(scanner.line, twice, `The ${section} has two columns of this name`);
  const places = new Map(names.map((name, at) => [name, at]));
  return { line: scanner.line, names, at: (name) => places.get(name) ?? -1 };
}

/** The names in the row in hand. Nested ones are written `payment_pricing.price_plan_id`, or without what is before the dot. */
export function namesIn({ bytes, starts, ends, cells }: Scanner): readonly string[] {
  return Array.from({ length: cells }, (_, at) => {
    const name = bytes.toString("utf8", starts[at], ends[at]).trim();
    const last = name.slice(name.lastIndexOf(".") + 1);
    return last === "evaluated_at" ? "pricing_evaluated_at" : last;
  });
}

/** Throws unless the row in hand is as wide as its header, is UTF-8, and has nothing where no column has a name. */
export function requireRow(scanner: Scanner, header: Header, unnamed: readonly number[]): void {
  const { cells, line, starts, ends, bytes } = scanner;
  const width = header.names.length;
  if (cells !== width)
    throw new ReportFault(line, null, `The row has ${cells} ${cells === 1 ? "cell" : "cells"}, and its header in line ${header.line} has ${width}`);
  for (const at of unnamed)
    if (starts[at] !== ends[at]) throw new ReportFault(line, null, `The row has a value in cell ${at + 1}, where the header has no column`);
  // Cell by cell: where quotes were taken off, what lies between two cells is no text.
  if (scanner.foreign) for (let at = 0; at < cells; at += 1) requireUtf8(bytes.subarray(starts[at], ends[at]), line);
}

const strict = new TextDecoder("utf-8", { fatal: true });

function requireUtf8(bytes: Uint8Array, line: number): void {
  try {
    strict.decode(bytes);
  } catch {
    throw new ReportFault(line, null, "The row isn't UTF-8");
  }
}

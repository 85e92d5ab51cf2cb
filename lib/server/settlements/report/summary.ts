import "server-only";
import { notWhole, readMoment, wholeNumber } from "./cells";
import { type Header, summaryColumns } from "./columns";
import { ReportFault } from "./fault";
import type { Scanner } from "./scanner";

/** The summary of a report. Amounts are minor units, signed; `totals` has every column whose name ends as an amount's or a balance's does, unknown ones too where they say something. */
export interface ReportSummary {
  readonly settlementId: string;
  readonly entityId: string | null;
  readonly createdAt: Date | null;
  readonly periodFrom: Date | null;
  readonly periodTo: Date | null;
  readonly amount: number;
  readonly currency: string;
  readonly payoutId: string | null;
  readonly paidOutAt: Date | null;
  readonly bankAccountId: string | null;
  readonly bankAccountReference: string | null;
  readonly totals: Readonly<Record<string, number>>;
}

/** Reads the row in hand as the summary's. Throws for a cell that isn't what its column holds. */
export function summaryOf(scanner: Scanner, header: Header): ReportSummary {
  const { bytes, view, starts, ends, line } = scanner;
  const range = (name: string): readonly [number, number] => {
    const at = header.at(name);
    return at < 0 ? [0, 0] : [starts[at] ?? 0, ends[at] ?? 0];
  };
  const text = (name: string) => bytes.toString("utf8", ...range(name)) || null;
  const must = (name: string) => {
    const value = text(name);
    if (value === null) throw new ReportFault(line, name, "The summary leaves this empty");
    return value;
  };
  const time = (name: string) => {
    const [start, end] = range(name);
    if (start === end) return null;
    const [value = Number.NaN] = readMoment(bytes, view, start, end);
    if (Number.isNaN(value)) throw new ReportFault(line, name, "This isn't a time (such as 2026-10-12T22:00:00Z)");
    return new Date(value);
  };
  const number = (name: string) => {
    const value = wholeNumber(bytes, ...range(name));
    if (value === notWhole || value === null) throw new ReportFault(line, name, notAnAmount);
    return value;
  };
  // What Klarna adds to its summaries need not say something for each of them.
  const isSaid = (name: string) => summaryColumns.some((known) => known === name) || text(name) !== null;
  const amounts = header.names.filter((name) => /_(amount|balance)$/.test(name) && name !== "settlement_amount" && isSaid(name));
  const currency = must("currency");
  if (!/^[A-Z]{3}$/.test(currency)) throw new ReportFault(line, "currency", "This isn't a currency (such as EUR)");
  return {
    settlementId: must("settlement_id"),
    entityId: text("settling_business_entity_id"),
    createdAt: time("created_at"),
    periodFrom: time("period_from"),
    periodTo: time("period_to"),
    amount: number("settlement_amount"),
    currency,
    payoutId: text("payout_id"),
    paidOutAt: time("paid_out_at"),
    bankAccountId: text("payout_bank_account_id"),
    bankAccountReference: text("payout_bank_account_reference"),
    totals: Object.fromEntries(amounts.map((name) => [name, number(name)])),
  };
}

/** Why a cell isn't an amount. */
export const notAnAmount = "This isn't a whole number of minor units (such as -1250) below 2^53";

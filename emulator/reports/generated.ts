import { gzipSync } from "node:zlib";

import { summaryColumns, totalColumns, transactionColumns } from "../operations/report";
import type { Piece } from "../state/account";
import { fromOf, type ReportOrder } from "./order";
import { type Entry, Purchase } from "./purchases";

const part: Readonly<Record<string, string>> = {
  CAPTURE: "capture_amount",
  REFUND: "refund_amount",
  PAYMENT_FIXED_FEE: "payment_fixed_fee_amount",
  PAYMENT_VARIABLE_FEE: "payment_variable_fee_amount",
  DISPUTE_FEE: "dispute_fee_amount",
  CORRECTION_PAYMENT_VARIABLE_FEE: "fee_correction_amount",
  CHARGEBACK: "chargeback_amount",
  CUSTOMER_PAYMENT_DEFAULT: "chargeback_amount",
};

/** A settlement as Klarna's API answers it, and what its report's summary has besides. Adds up, but for the fault that was ordered. */
export function generatedSettlement(order: ReportOrder): { readonly details: Piece & { readonly settlement_id: string }; readonly report: Piece } {
  const totals: Record<string, number> = Object.fromEntries(totalColumns.map((name) => [name, 0]));
  const add = (name: string, amount: number) => {
    totals[name] = (totals[name] ?? 0) + amount;
  };
  for (const { detailed_type, amount, tax = 0 } of entries(order)) {
    add(part[detailed_type] ?? "", amount);
    add("vat_amount", tax);
  }
  const result = Object.values(totals).reduce((sum, amount) => sum + amount, 0);
  const debt = order.fault === "the opening debt isn't the last closing debt" ? order.opening_debt - 4_321 : order.opening_debt;
  const repay_amount = Math.max(debt, -Math.max(result, 0));
  const deposit_amount = Math.max(0, -result);
  const settled = result + repay_amount + deposit_amount;
  const flows = { opening_debt_balance: debt, deposit_amount, repay_amount, closing_debt_balance: debt - repay_amount - deposit_amount };
  if (order.fault === "the VAT is off by five") add("vat_amount", 5);
  const off = order.fault === "the VAT is off by five" ? 5 : order.fault === "the amount isn't the sum of its parts" ? 1_000 : 0;
  const paid = settled > 0 ? { payout_id: `krn:partner:global:settlement:payout:${order.settlement_id}` } : {};
  const period = { created_at: iso(order.to + 3_600_000), period_from: iso(fromOf(order)), period_to: iso(order.to) };
  const head = { settlement_id: order.settlement_id, settling_business_entity_id: order.entity, ...period };
  const bank = { payout_bank_account_id: "krn:partner:global:settlement-information:bank-account:56f77163-bc1b-46c8-a245-e251ff65e3d2" };
  return {
    details: { ...head, settlement_amount: settled + off, currency: order.currency, ...paid, totals: { ...totals, ...flows } },
    report: settled > 0 ? { paid_out_at: iso(order.to + 86_400_000), ...bank, payout_bank_account_reference: `Payouts ${order.currency}` } : {},
  };
}

/** The transactions of a generated settlement, as a list of which any part can be asked for. */
export function generatedTransactions(order: ReportOrder) {
  return {
    length: order.rows,
    slice: (from: number, to: number): readonly Piece[] => {
      const wanted: Piece[] = [];
      let at = 0;
      for (let number = 0; at < Math.min(to, order.rows); number += 1) {
        const purchase = new Purchase(order, number);
        if (at + purchase.entries.length > from)
          wanted.push(...purchase.rows().filter((_, place) => at + place >= from && at + place < Math.min(to, order.rows)));
        at += purchase.entries.length;
      }
      return wanted;
    },
  };
}

/** Its report, as the pieces that Klarna would send: made while they are taken, of whatever length. */
export function* generatedReport(order: ReportOrder): Generator<Buffer, void> {
  if (order.fault === "it is a web page") return yield Buffer.from("<!doctype html>\n<title>Bad gateway</title>\n<p>The page could not be displayed.\n");
  if (order.fault === "it is compressed") return yield gzipSync(lines(order).next().value ?? "");
  let text = "";
  for (const line of lines(order)) {
    text += `${line}\n`;
    if (text.length < 64 * 1024) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(order.fault === "it is cut off" ? text.slice(0, -Math.ceil(text.length / 3)) : text);
}

function* lines(order: ReportOrder): Generator<string, void> {
  const { details, report } = generatedSettlement(order);
  const dropped = order.fault === "a column is missing" ? "vat_amount" : undefined;
  const columns = summaryColumns.filter((name) => name !== dropped);
  const padding = ["", "", ""];
  const head = [[...columns, ...padding].join(","), [...cells({ ...details, ...(details.totals as Piece), ...report }, columns), ...padding].join(",")];
  const swapped = order.fault === "the sections are swapped";
  yield* swapped
    ? [transactionColumns.join(",")]
    : ["# Totals section summing up the transactions in the file", ...head, "# Transactions section", transactionColumns.join(",")];
  let place = 0;
  let missing = order.fault === "a refund isn't listed";
  for (const row of rows(order)) {
    if (missing && row.type === "REFUND") missing = false;
    else yield* faulty(order, row, place);
    place += 1;
  }
  if (swapped) yield* head;
}

/** The lines of one row: one, unless a fault was ordered. Each strikes once, in the middle. */
function* faulty({ fault, rows }: ReportOrder, row: Piece, place: number): Generator<string, void> {
  const line = cells(row, transactionColumns).join(",");
  const here = place === Math.floor(rows / 2);
  if (fault === "a capture is listed twice" && place === 0) yield line;
  if (fault === "a row has one cell more" && here) yield `${line},1`;
  else if (fault === "a quote isn't closed" && here) yield line.replace(",", ',"');
  else if (fault === "an amount is too large" && here) yield line.replace(`,${row.amount},`, ",9007199254740993,");
  else if (fault === "a row is in another currency" && here) yield line.replace(`,${row.currency},`, ",XTS,");
  else if (fault === "a row is of another settlement" && here) yield line.replace(`,${row.settlement_id},`, ",1,");
  else yield line;
}

function* rows(order: ReportOrder): Generator<Piece, void> {
  let left = order.rows;
  for (let number = 0; left > 0; number += 1) {
    const some = new Purchase(order, number).rows().slice(0, left);
    yield* some;
    left -= some.length;
  }
}

function* entries(order: ReportOrder): Generator<Entry, void> {
  let left = order.rows;
  for (let number = 0; left > 0; number += 1) {
    const some = new Purchase(order, number).entries.slice(0, left);
    yield* some;
    left -= some.length;
  }
}

function cells(row: Readonly<Record<string, unknown>>, columns: readonly string[]): readonly string[] {
  return columns.map((column) => String(row[column] ?? ""));
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}

import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { paymentKey } from "../payment-key";
import { BinaryCopy } from "./binary-copy";
import { uuidStart } from "./cells";
import type { Line } from "./lines";

/** The columns that `CopyLines` writes, in its order. */
export const copiedColumns = `load_id, line, type_word, detailed_word, account_word, group_word, product_word, configuration_word, category_word, plan_word,
  program_word, payment_word, tax_rate, created_at, amount, tax, buy_rate, sell_rate, payment_at, priced_at, payment, payment_id, environment, reference, capture,
  capture_reference, refund, refund_reference, dispute, chargeback, rest`;
const columnCount = copiedColumns.split(",").length;

/** PostgreSQL counts from 2000. */
const epoch = 946_684_800_000;
const [plus, equals] = [0x2b, 0x3d];

/** Lines of a report, written straight from the file's bytes as PostgreSQL's binary copy takes them. */
export class CopyLines {
  readonly rows = new BinaryCopy();
  private readonly environment: Buffer;

  constructor(
    private readonly loadId: number,
    environment: Environment,
  ) {
    this.environment = Buffer.from(environment);
  }

  add(line: Line): void {
    const { rows } = this;
    const { scanner, places, type, detailed, account } = line;
    const rest = restOf(line);
    const length = (scanner.ends[scanner.cells - 1] as number) - (scanner.starts[0] as number);
    rows.row(columnCount, 2 * length + (rest?.length ?? 0));
    for (const value of [this.loadId, scanner.line, type, detailed, account]) rows.integer(value);
    rows.integer(line.word(places.account_group_id));
    rows.integer(line.word(places.product_instance_id));
    rows.integer(line.word(places.settlement_configuration_id));
    rows.integer(line.word(places.merchant_category_code));
    rows.integer(line.word(places.price_plan_id));
    rows.integer(line.word(places.payment_program_id));
    const [start, end, uuid] = this.paymentOf(line);
    rows.integer(line.words.numberOf(scanner.bytes, scanner.view, start, Math.max(start, uuid)));
    if (line.taxRate === null) rows.nothing();
    else rows.integer(line.taxRate);
    this.time(line.createdAt);
    for (const value of [line.amount, line.tax, line.buyRate, line.sellRate]) this.long(value);
    this.time(line.transactionAt);
    this.time(line.pricedAt);
    this.payment(scanner.bytes, start, end, uuid);
    rows.text(this.environment, 0, this.environment.length);
    this.cell(line, places.payment_transaction_reference);
    this.within(line, places.payment_capture_id, start, end);
    this.cell(line, places.payment_capture_reference);
    this.within(line, places.payment_refund_id, start, end);
    this.cell(line, places.payment_refund_reference);
    this.cell(line, places.payment_dispute_id);
    this.within(line, places.payment_chargeback_id, start, end);
    if (rest) rows.text(rest, 0, rest.length, jsonbVersion);
    else rows.nothing();
  }

  private paymentOf({ scanner: { bytes, starts, ends }, places }: Line): readonly [start: number, end: number, uuid: number] {
    const [start, end] = [starts[places.payment_transaction_id] as number, ends[places.payment_transaction_id] as number];
    return [start, end, uuidStart(bytes, start, end)];
  }

  private payment(bytes: Buffer, start: number, end: number, uuid: number): void {
    const { rows } = this;
    if (uuid >= 0) rows.uuid(bytes, uuid);
    else if (start === end) rows.nothing();
    else rows.uuid(Buffer.from(paymentKey(bytes.toString("utf8", start, end))), 0);
    if (uuid >= 0 || start === end) rows.nothing();
    else rows.text(bytes, start, end);
  }

  private long(value: number | null): void {
    if (value === null) this.rows.nothing();
    else this.rows.long(value);
  }

  private time(milliseconds: number): void {
    if (Number.isNaN(milliseconds)) this.rows.nothing();
    else this.rows.long((milliseconds - epoch) * 1_000);
  }

  /** A text that is empty is none. */
  private cell({ scanner: { bytes, starts, ends } }: Line, place: number): void {
    if (place < 0 || starts[place] === ends[place]) this.rows.nothing();
    else this.rows.text(bytes, starts[place] as number, ends[place] as number);
  }

  /** An id within a payment: its rest behind the payment's, which stands for itself. */
  private within({ scanner: { bytes, starts, ends } }: Line, place: number, payment: number, paymentEnd: number): void {
    const [start, end] = place < 0 ? [0, 0] : [starts[place] as number, ends[place] as number];
    if (start === end) {
      this.rows.nothing();
      return;
    }
    const inside = beginsWith(bytes, start, end, payment, paymentEnd);
    this.rows.text(bytes, inside ? start + paymentEnd - payment : start, end, inside ? plus : equals);
  }
}

const jsonbVersion = 1;

/** What stands in columns that nobody here knows, as JSON. */
function restOf({ scanner: { bytes, starts, ends }, unknown }: Line): Buffer | undefined {
  const filled = unknown.filter(([, place]) => starts[place] !== ends[place]);
  if (filled.length === 0) return undefined;
  return Buffer.from(JSON.stringify(Object.fromEntries(filled.map(([name, place]) => [name, bytes.toString("utf8", starts[place], ends[place])]))));
}

function beginsWith(bytes: Uint8Array, start: number, end: number, payment: number, paymentEnd: number): boolean {
  const length = paymentEnd - payment;
  if (length === 0 || end - start <= length) return false;
  // From behind: that is where ids differ.
  for (let at = length - 1; at >= 0; at -= 1) if (bytes[start + at] !== bytes[payment + at]) return false;
  return true;
}

import "server-only";
import { notWhole, readMoment, wholeNumber } from "./cells";
import { type Header, headerOf, type LineColumn, lineColumns, otherLineColumns, requireRow } from "./columns";
import { ReportFault } from "./fault";
import type { Scanner } from "./scanner";
import { notAnAmount } from "./summary";
import { Words } from "./words";

/** What every column of a transaction can be told from: a place in the row, -1 where this report has no such column. */
export type LinePlaces = Readonly<Record<LineColumn, number>>;

/** The row in hand of a report's second section, checked: its numbers, and where its texts stand. */
export class Line {
  readonly places: LinePlaces;
  /** The columns that nobody here knows: they are kept as they are. */
  readonly unknown: readonly (readonly [name: string, place: number])[];
  /** Every text that comes again and again, each kind and account among them, by its number. */
  readonly words = new Words();

  amount = 0;
  tax: number | null = null;
  taxRate: number | null = null;
  buyRate: number | null = null;
  sellRate: number | null = null;
  type = 0;
  detailed = 0;
  account = 0;

  private readonly times = new Float64Array(3);
  private readonly at: Readonly<
    Record<"type" | "detailed" | "account" | "amount" | "tax" | "taxRate" | "buyRate" | "sellRate" | "createdAt" | "transactionAt" | "pricedAt", number>
  >;
  private readonly header: Header;
  private readonly unnamed: readonly number[];
  private readonly settlementId: Buffer;
  private readonly currency: Buffer;

  /** Reads the row in hand as the section's header. Throws when it lacks something. */
  constructor(
    readonly scanner: Scanner,
    { settlementId, currency }: { readonly settlementId: string; readonly currency: string },
  ) {
    this.header = headerOf(scanner, lineColumns, "list of transactions");
    const known: readonly string[] = [...lineColumns, ...otherLineColumns];
    this.places = Object.fromEntries(known.map((name) => [name, this.header.at(name)])) as unknown as LinePlaces;
    this.at = {
      type: this.places.type,
      detailed: this.places.detailed_type,
      account: this.places.account_id,
      amount: this.places.amount,
      tax: this.places.tax_amount,
      taxRate: this.places.tax_rate,
      buyRate: this.places.buy_rate_incentives_amount,
      sellRate: this.places.sell_rate_incentives_amount,
      createdAt: this.places.created_at,
      transactionAt: this.places.payment_transaction_created_at,
      pricedAt: this.places.pricing_evaluated_at,
    };
    this.unknown = this.header.names.flatMap((name, at) => (name === "" || known.includes(name) ? [] : [[name, at] as const]));
    this.unnamed = this.header.names.flatMap((name, at) => (name === "" ? [at] : []));
    this.settlementId = Buffer.from(settlementId);
    this.currency = Buffer.from(currency);
  }

  /** Milliseconds since 1970; NaN where a time is left out. */
  get createdAt(): number {
    return this.times[0] as number;
  }

  get transactionAt(): number {
    return this.times[1] as number;
  }

  get pricedAt(): number {
    return this.times[2] as number;
  }

  /** Checks the row in hand and takes its numbers. Throws for what a transaction can't be. */
  read(): void {
    const { scanner, header, places, at } = this;
    requireRow(scanner, header, this.unnamed);
    if (!this.isText(places.settlement_id, this.settlementId)) throw this.fault("settlement_id", "The transaction is of another settlement than the summary");
    if (!this.isText(places.currency, this.currency)) throw this.fault("currency", "The transaction is in another currency than the summary");
    this.type = this.word(at.type);
    if (scanner.starts[at.type] === scanner.ends[at.type]) throw this.fault("type", "The transaction has no type");
    this.detailed = this.word(at.detailed);
    this.account = this.word(at.account);
    const amount = this.number(at.amount, "amount");
    if (amount === null) throw this.fault("amount", notAnAmount);
    this.amount = amount;
    this.tax = this.number(at.tax, "tax_amount");
    this.taxRate = this.number(at.taxRate, "tax_rate");
    if (this.taxRate !== null && Math.abs(this.taxRate) > 1_000_000) throw this.fault("tax_rate", "This isn't a rate in hundredths of a per cent");
    this.buyRate = this.number(at.buyRate, "buy_rate_incentives_amount");
    this.sellRate = this.number(at.sellRate, "sell_rate_incentives_amount");
    this.time(0, at.createdAt, "created_at");
    if (Number.isNaN(this.createdAt)) throw this.fault("created_at", "The transaction has no time");
    this.time(1, at.transactionAt, "payment_transaction_created_at");
    this.time(2, at.pricedAt, "pricing_evaluated_at");
    if (this.words.texts.length > mostWords) throw this.fault("account_id", "The report has more than a million different accounts, kinds and plans");
  }

  /** The number of the text in a place of the row in hand; of an empty one where this report has no such column. */
  word(place: number): number {
    const { bytes, view, starts, ends } = this.scanner;
    return place < 0 ? this.words.numberOf(bytes, view, 0, 0) : this.words.numberOf(bytes, view, starts[place] as number, ends[place] as number);
  }

  private isText(place: number, text: Buffer): boolean {
    const { bytes, starts, ends } = this.scanner;
    const start = starts[place] as number;
    const length = text.length;
    if ((ends[place] as number) - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (bytes[start + at] !== text[at]) return false;
    return true;
  }

  private number(place: number, name: LineColumn): number | null {
    if (place < 0) return null;
    const value = wholeNumber(this.scanner.bytes, this.scanner.starts[place] as number, this.scanner.ends[place] as number);
    if (value === notWhole) throw this.fault(name, notAnAmount);
    return value;
  }

  private time(slot: number, place: number, name: LineColumn): void {
    const { bytes, view, starts, ends } = this.scanner;
    if (place < 0 || starts[place] === ends[place]) this.times[slot] = Number.NaN;
    else {
      readMoment(bytes, view, starts[place] as number, ends[place] as number, this.times, slot);
      if (Number.isNaN(this.times[slot])) throw this.fault(name, "This isn't a time (such as 2026-09-10T09:53:25.000Z)");
    }
  }

  private fault(column: string, reason: string): ReportFault {
    return new ReportFault(this.scanner.line, column, reason);
  }
}

/** So many different texts are kept in memory while a report is read. */
const mostWords = 1_000_000;

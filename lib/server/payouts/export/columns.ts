import "server-only";
import { totalNames } from "@/lib/klarna/payouts-api/fields";

/** A payout as a stream has it: all that Klarna said, and what the desk has found. */
export interface PayoutRecord {
  readonly content: Readonly<Record<string, unknown>>;
  readonly equation: string | null;
  readonly lines: string | null;
  readonly gone: boolean;
}

/** A line as a stream has it. */
export interface LineRecord {
  readonly content: Readonly<Record<string, unknown>>;
  readonly key: string;
  readonly amount: string | null;
  readonly tax: string | null;
}

type Cell = string | number | boolean | null | undefined;

/** One column of a stream's table. */
export interface StreamColumn<Record> {
  readonly header: string;
  readonly cell: (record: Record) => Cell;
}

/** What the desk adds to a payout. */
export const addedToPayout = ({ equation, lines, gone }: PayoutRecord) => ({ adds_up: equation, lines_agree: lines, gone });

/** What the desk adds to a line: what tells it from others, and its amounts with their signs. */
export const addedToLine = ({ key, amount, tax }: LineRecord) => ({
  line_key: key,
  signed_amount: amount === null ? null : Number(amount),
  signed_vat_amount: tax === null ? null : Number(tax),
});

const payoutFields = [
  ...["payment_reference", "payout_date", "currency_code", "currency_code_of_registration_country", "merchant_settlement_type", "merchant_id", "transactions"],
] as const;

const lineFields = [
  ...[
    "type",
    "detailed_type",
    "amount",
    "currency_code",
    "capture_date",
    "sale_date",
    "order_id",
    "short_order_id",
    "capture_id",
    "refund_id",
    "payment_reference",
  ],
  ...["payout", "merchant_id", "merchant_reference1", "merchant_reference2", "merchant_capture_reference", "merchant_refund_reference", "purchase_country"],
  ...[
    "shipping_country",
    "shipping_address_country",
    "vat_rate",
    "vat_amount",
    "tax_in_currency_of_registration_country",
    "currency_code_of_registration_country",
  ],
  ...["initial_payment_method_type", "initial_number_of_installments", "initial_payment_method_number_of_installments"],
  ...["initial_payment_method_monthly_downpayments", "consumer_vat", "customer_vat", "klarna_comment", "reversal_reference"],
] as const;

/** The columns of the payouts: Klarna's names, the totals under theirs, what the desk adds, and all else as JSON. */
export const payoutTable: readonly StreamColumn<PayoutRecord>[] = [
  ...payoutFields.map((header) => field<PayoutRecord>(header)),
  ...totalNames.map((name) => ({ header: `totals_${name}`, cell: ({ content }: PayoutRecord) => asCell(nestedIn(content)[name]) })),
  ...Object.keys(addedToPayout({ content: {}, equation: null, lines: null, gone: false })).map((header) => ({
    header,
    cell: (record: PayoutRecord) => addedToPayout(record)[header as keyof ReturnType<typeof addedToPayout>],
  })),
  { header: "other", cell: ({ content }) => rest(content, [...payoutFields, "totals", ...totalNames]) },
];

/** The columns of the lines, likewise. */
export const lineTable: readonly StreamColumn<LineRecord>[] = [
  ...lineFields.map((header) => field<LineRecord>(header)),
  ...Object.keys(addedToLine({ content: {}, key: "", amount: null, tax: null })).map((header) => ({
    header,
    cell: (record: LineRecord) => addedToLine(record)[header as keyof ReturnType<typeof addedToLine>],
  })),
  { header: "other", cell: ({ content }) => rest(content, lineFields) },
];

function field<Row extends { readonly content: Readonly<Record<string, unknown>> }>(header: string): StreamColumn<Row> {
  return { header, cell: ({ content }) => asCell(content[header]) };
}

/** The totals, nested or flat. */
function nestedIn(content: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return typeof content.totals === "object" && content.totals !== null ? (content.totals as Readonly<Record<string, unknown>>) : content;
}

function asCell(value: unknown): Cell {
  if (value === null || value === undefined || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}

function rest(content: Readonly<Record<string, unknown>>, known: readonly string[]): Cell {
  const others = Object.entries(content).filter(([name]) => !known.includes(name));
  return others.length === 0 ? null : JSON.stringify(Object.fromEntries(others));
}

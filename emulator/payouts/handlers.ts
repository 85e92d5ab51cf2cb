import type { Answer } from "../http/answer";
import type { Piece } from "../state/account";
import type { Book, Payout } from "./book";
import type { PayoutCall } from "./call";
import { csvOf } from "./csv";
import { pdfOf } from "./pdf";
import { refusal } from "./refusals";
import { momentIn, pageIn, pagination } from "./search";
import { summaryOf } from "./summary";

type Handler = (call: PayoutCall, search: URLSearchParams) => Answer;

/** What one operation answers; throws a refusal. Parameters that it doesn't know are ignored, as Klarna does. */
export function answerOf(name: string, call: PayoutCall): Answer {
  const handler = handlers[name];
  if (!handler) throw new Error(`The emulator doesn't know what ${name} does.`);
  return handler(call, new URLSearchParams(call.search));
}

const handlers: Readonly<Record<string, Handler>> = {
  "payouts.list": (call, search) => {
    const currency = search.get("currency_code");
    const fitting = within(call.book.payouts(), search).filter(({ currency_code }) => currency === null || currency_code === currency);
    const { size, offset } = pageIn(search);
    return json({ payouts: fitting.slice(offset, offset + size), pagination: pagination(call, "payouts", search, fitting.length) });
  },
  "payouts.get": ({ book, params }) => json(found(book, params.payment_reference ?? "")),
  "payouts.summary": ({ book }, search) => json(summaryOf(within(book.payouts(), search, true), required(search, "start_date"), required(search, "end_date"))),
  "payoutTransactions.list": transactions,
  "payoutReports.csv": ({ book }, search) => {
    const payout = found(book, required(search, "payment_reference"));
    return { status: 200, type: "text/csv", body: csvOf([payout], book.lines(payout.payment_reference)) };
  },
  "payoutReports.pdf": ({ book }, search) => pdf([found(book, required(search, "payment_reference"))]),
  "payoutReports.periodCsv": ({ book }, search) => {
    const payouts = within(book.payouts(), search, true);
    return {
      status: 200,
      type: "text/csv",
      body: csvOf(
        payouts,
        payouts.flatMap(({ payment_reference }) => book.lines(payment_reference)),
      ),
    };
  },
  "payoutReports.periodPdf": ({ book }, search) => pdf(within(book.payouts(), search, true)),
};

function transactions(call: PayoutCall, search: URLSearchParams): Answer {
  const { size, offset } = pageIn(search);
  const reference = search.get("payment_reference");
  const order = search.get("order_id");
  const one = reference !== null ? call.book.lines(reference) : order !== null ? call.book.order(order) : undefined;
  const { total, lines } = one ? { total: one.length, lines: one.slice(offset, offset + size) } : call.book.slice(offset, size);
  return json({ transactions: lines.map(asSent), pagination: pagination(call, "transactions", search, total) });
}

/** What is nothing isn't always left out. */
function asSent(line: Piece): Piece {
  return line.order_id === null ? { ...line, capture_id: null, merchant_reference1: null } : line;
}

function within(payouts: readonly Payout[], search: URLSearchParams, needed = false): readonly Payout[] {
  const [start, end] = needed
    ? [momentIn(required(search, "start_date"), "start_date"), momentIn(required(search, "end_date"), "end_date")]
    : ["start_date", "end_date"].map((name) => momentIn(search.get(name), name));
  return payouts.filter(({ payout_date }) => {
    const date = Date.parse(payout_date);
    return (start === undefined || date >= start) && (end === undefined || date <= end);
  });
}

function found(book: Book, reference: string): Payout {
  const payout = book.find(reference);
  if (!payout) throw refusal(404, "NOT_FOUND", `No payout with payment reference ${reference}`);
  return payout;
}

function required(search: URLSearchParams, name: string): string {
  const value = search.get(name);
  if (value === null || value === "") throw refusal(400, "BAD_VALUE", `Required parameter ${name} is missing`);
  return value;
}

function json(value: unknown): Answer {
  return { status: 200, type: "application/json", body: JSON.stringify(value) };
}

function pdf(payouts: readonly Payout[]): Answer {
  return { status: 200, type: "application/pdf", body: pdfOf(payouts) };
}

import type { Random } from "../random";
import type { Piece } from "../state/account";
import { dateAt, kindOf, type Plan } from "./plan";

/** A line as Klarna gives it: an amount without a sign, but where it is a correction. */
export interface Line extends Piece {
  readonly type: string;
  readonly detailed_type: string;
  readonly amount: number;
  readonly currency_code: string;
  readonly capture_date: string;
  readonly merchant_id: string;
  readonly vat_amount?: number;
}

/** The lines of the payout at this place of a plan. */
export function linesOf(random: Random, plan: Plan, index: number): readonly Line[] {
  return kindOf(plan, index) === "GROSS_FEE" ? invoice(random, plan, index) : trade(random, plan, index);
}

function invoice(random: Random, plan: Plan, index: number): readonly Line[] {
  return Array.from({ length: Math.ceil(plan.lines / 2) }, () => fee(sale(random, plan, index), "PURCHASE_FEE_PERCENTAGE", random.between(20, 900)));
}

function trade(random: Random, plan: Plan, index: number): readonly Line[] {
  const lines = index % 11 === 5 ? comingsAndGoings(random, plan, index) : [];
  // Now and then nearly everything comes back, and the merchant owes.
  const bad = index % 13 === 7;
  while (lines.length + 3 <= plan.lines) lines.push(...purchase(random, plan, index, bad).slice(0, plan.lines - lines.length));
  while (!bad && lines.length < plan.lines) lines.push(sale(random, plan, index));
  return lines;
}

const rate = { fixed: { SEK: 250 } as Readonly<Record<string, number>>, percentage: 149, vat: 2_500 } as const;
const methods = ["invoice", "direct_debit", "pay_later_slice_it_by_card", "pay_now"];

function purchase(random: Random, plan: Plan, index: number, bad: boolean): Line[] {
  const sold = sale(random, plan, index);
  const chance = random.next();
  const lines = [sold, fee(sold, "PURCHASE_FEE_FIXED", rate.fixed[sold.currency_code] ?? 25), fee(sold, "PURCHASE_FEE_PERCENTAGE", share(sold.amount))];
  if (bad || chance < 0.1) lines.push(...refund(random, plan, sold, bad));
  else if (chance < 0.13) lines.push(...dispute(random, sold));
  else if (chance < 0.14) lines.push({ ...fee(sold, "PURCHASE_FEE_PERCENTAGE_REFUND", share(sold.amount)), type: "FEE_REFUND" });
  return lines;
}

function sale(random: Random, plan: Plan, index: number): Line {
  const paid = dateAt(plan, index);
  const captured = paid - random.between(24 * 3_600, 24 * 3_600 + plan.every * 3_600) * 1_000;
  const currency_code = plan.currencies[index % plan.currencies.length] ?? "EUR";
  const country = { SEK: "SE", EUR: "DE", USD: "US", AUD: "AU" }[currency_code] ?? "DE";
  return {
    ...{ type: "SALE", detailed_type: "PURCHASE", amount: random.between(900, 60_000) * (currency_code === "SEK" ? 10 : 1), currency_code },
    ...{ capture_date: moment(captured), sale_date: moment(captured - random.between(3_600, 400_000) * 1_000), merchant_id: plan.merchant_id },
    ...{ order_id: random.uuid(), short_order_id: random.digits(8), capture_id: random.uuid(), purchase_country: country },
    // Two spellings are about; both are Klarna's.
    ...(plan.region === "na" ? { shipping_address_country: country } : { shipping_country: country }),
    ...{ merchant_reference1: `W-${random.digits(6)}`, merchant_reference2: `P${random.digits(9)}`, merchant_capture_reference: `parcel-${random.digits(6)}` },
    initial_payment_method_type: random.pick(methods),
    ...(random.next() < 0.2 && { consumer_vat: [{ tax_amount: random.between(100, 900), tax_rate: 2_500 }] }),
  };
}

/** What stays the same from a sale to what comes of it. */
function again({ order_id, short_order_id, currency_code, sale_date, merchant_id, merchant_reference1, merchant_reference2, purchase_country }: Line) {
  return { order_id, short_order_id, currency_code, sale_date, merchant_id, merchant_reference1, merchant_reference2, purchase_country };
}

function fee(sold: Line, detailed_type: string, amount: number): Line {
  const vat_amount = Math.round((amount * rate.vat) / 10_000);
  const { capture_date, capture_id } = sold;
  return { type: "FEE", detailed_type, amount, capture_date, capture_id, vat_rate: rate.vat, vat_amount, ...again(sold) };
}

/** Back in one, or in two halves that nothing tells apart: same second, same amount, no id. */
function refund(random: Random, plan: Plan, sold: Line, bad: boolean): readonly Line[] {
  const later = moment(Date.parse(sold.capture_date) + 3_600_000);
  const whole = { type: "RETURN", detailed_type: "PURCHASE_RETURN", capture_date: later, capture_id: "", ...again(sold) };
  if (!bad && random.next() < 0.3) return [0, 1].map(() => ({ ...whole, amount: Math.floor(sold.amount / 2) }));
  const amount = bad ? sold.amount : Math.ceil(sold.amount / random.between(1, 3));
  return [{ ...whole, amount, refund_id: random.uuid(), merchant_refund_reference: `${plan.merchant_id}-r${random.digits(5)}` }];
}

function dispute(random: Random, sold: Line): readonly Line[] {
  const reversal_reference = `krn:klarna:eu1:dispute:faulty-goods:${random.between(200_000, 299_999)}`;
  const shared = { capture_date: moment(Date.parse(sold.capture_date) + 7_200_000), capture_id: "", reversal_reference, ...again(sold) };
  const lost: Line = { type: "REVERSAL", detailed_type: "REVERSAL", amount: sold.amount, ...shared, refund_id: random.uuid() };
  const cost: Line = { type: "FEE", detailed_type: "DISPUTE_FEE", amount: 1_500, ...shared };
  if (random.next() < 0.5) return [lost, cost];
  const gross: Line = { ...lost, detailed_type: "FRAUD_POLICY_CHARGE" };
  return [gross, { ...gross, type: "REVERSAL_MERCHANT_PROTECTION", detailed_type: "FRAUD_POLICY_CREDIT_NET", amount: Math.floor(sold.amount * 0.9) }];
}

/** What belongs to no order. */
function comingsAndGoings(random: Random, plan: Plan, index: number): Line[] {
  const { currency_code, merchant_id } = sale(random, plan, index);
  const capture_date = moment(dateAt(plan, index) - 25 * 3_600_000);
  const of = (type: string, detailed_type: string, amount: number, more: Piece = {}): Line => ({
    ...{ type, detailed_type, amount, currency_code, capture_date, sale_date: capture_date, merchant_id, order_id: null, ...more },
  });
  return [
    of("HOLDBACK", "ROLLING_RESERVE", 4_000),
    of("RELEASE", "ROLLING_RESERVE", 1_500),
    of("COMMISSION", "PURCHASE_COMMISSION_PERCENTAGE", 320),
    of("CHARGE", "CASH_ADVANCE_AMORTISATION", 2_000, { klarna_comment: "Loan 4711, 3 of 12" }),
    of("CREDIT", "CASH_ADVANCE_FEES", 60, { klarna_comment: "Loan 4711" }),
    of("CORRECTION", "CREDITED_CORRECTION", index % 2 === 0 ? 75 : -75),
  ];
}

function share(amount: number): number {
  return Math.round((amount * rate.percentage) / 10_000);
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}

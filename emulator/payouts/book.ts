import { Random } from "../random";
import type { Piece } from "../state/account";
import { type Line, linesOf } from "./lines";
import { dateAt, kindOf, type Plan, referenceAt } from "./plan";
import { type Totals, totalsOf } from "./totals";

/** A payout as Klarna lists it. */
export interface Payout extends Piece {
  readonly payment_reference: string;
  readonly payout_date: string;
  readonly currency_code: string;
  readonly totals: Totals;
}

/** One merchant's payouts, made up from its plan when they are asked for. Only what they come to is kept. */
export class Book {
  readonly #known: { readonly payout: Payout; readonly lines: number }[] = [];

  constructor(readonly plan: Plan) {}

  /** All that are still there, the latest first. */
  payouts(): readonly Payout[] {
    return this.#all()
      .map(({ payout }) => payout)
      .filter(({ payment_reference }) => !this.plan.changes[payment_reference]?.gone)
      .reverse();
  }

  find(reference: string): Payout | undefined {
    return this.payouts().find(({ payment_reference }) => payment_reference === reference);
  }

  /** The lines of one payout. */
  lines(reference: string): readonly Piece[] {
    const index = this.#all().findIndex(({ payout }) => payout.payment_reference === reference);
    const payout = this.#known[index]?.payout;
    if (index < 0 || !payout || this.plan.changes[reference]?.gone) return [];
    return this.#linesAt(index).map((line) => ({ ...line, payment_reference: reference, payout: `/settlements/v1/payouts/${reference}` }));
  }

  /** Some of all lines there are: those of payouts in their order, and then those that belong to none yet. */
  slice(offset: number, size: number): { readonly total: number; readonly lines: readonly Piece[] } {
    const there = this.#all().filter(({ payout }) => !this.plan.changes[payout.payment_reference]?.gone);
    const lines: Piece[] = [];
    let at = 0;
    for (const { payout, lines: count } of there) {
      if (at + count > offset && at < offset + size) lines.push(...this.lines(payout.payment_reference).slice(Math.max(0, offset - at), offset + size - at));
      at += count;
    }
    const waiting = this.#pending();
    if (at < offset + size) lines.push(...waiting.slice(Math.max(0, offset - at), offset + size - at));
    return { total: at + waiting.length, lines };
  }

  /** All lines of one order, whichever payout they are in. */
  order(id: string): readonly Piece[] {
    const paid = this.#all().flatMap(({ payout }) => this.lines(payout.payment_reference));
    return [...paid, ...this.#pending()].filter(({ order_id }) => order_id === id);
  }

  #all() {
    const { plan } = this;
    for (let index = this.#known.length; index < plan.payouts; index += 1) {
      const before = this.#known[index - plan.currencies.length]?.payout.totals.closing_debt_balance_amount ?? 0;
      const lines = this.#linesAt(index);
      const totals = totalsOf(lines, { kind: kindOf(plan, index), debt: before });
      this.#known.push({ payout: payoutOf(plan, index, totals), lines: lines.length });
    }
    return this.#known;
  }

  #linesAt(index: number): readonly Line[] {
    const { plan } = this;
    const lines = linesOf(randomAt(plan, index), plan, index);
    const credit = plan.changes[referenceAt(plan, index)]?.credit;
    if (credit === undefined) return lines;
    const [{ currency_code, capture_date, merchant_id } = { currency_code: "EUR", capture_date: plan.first, merchant_id: plan.merchant_id }] = lines;
    return [
      ...lines,
      { type: "CREDIT", detailed_type: "CORRECTION_DISPUTE", amount: credit, currency_code, capture_date, sale_date: capture_date, merchant_id },
    ];
  }

  /** What the next payout will bring, as far as it has been captured. */
  #pending(): readonly Piece[] {
    const { plan } = this;
    return linesOf(randomAt(plan, plan.payouts), plan, plan.payouts).slice(0, plan.pending);
  }
}

function payoutOf(plan: Plan, index: number, totals: Totals): Payout {
  const payment_reference = referenceAt(plan, index);
  return {
    payment_reference,
    payout_date: new Date(dateAt(plan, index)).toISOString().replace(/\.\d+Z$/, "Z"),
    currency_code: plan.currencies[index % plan.currencies.length] ?? "EUR",
    // Klarna leaves it empty more often than not.
    currency_code_of_registration_country: null,
    merchant_settlement_type: kindOf(plan, index),
    merchant_id: plan.merchant_id,
    transactions: `/settlements/v1/transactions?payment_reference=${payment_reference}`,
    totals,
  };
}

/** Of its own for each place, so that no two merchants have the same orders. */
function randomAt({ seed, region, environment }: Plan, index: number): Random {
  const place = [...`${region} ${environment}`].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return new Random(seed * 1_000_003 + place * 7_919 + index * 97);
}

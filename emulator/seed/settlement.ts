import type { Random } from "../random";
import type { Account, Piece } from "../state/account";
import type { Settlement, World } from "../state/world";
import { purchase, type Row } from "./purchase";

const week = 7 * 24 * 3600 * 1000;
/** Which currencies are settled, and how many purchases each week's report holds. */
const books = [
  ["EUR", [40, 55, 35]],
  ["SEK", [30, 25, 6]],
  ["GBP", [25, 20, 20]],
] as const;

const columns: Readonly<Record<string, string>> = {
  CAPTURE: "capture_amount",
  REFUND: "refund_amount",
  PAYMENT_FIXED_FEE: "payment_fixed_fee_amount",
  PAYMENT_VARIABLE_FEE: "payment_variable_fee_amount",
  DISPUTE_FEE: "dispute_fee_amount",
  CORRECTION_PAYMENT_VARIABLE_FEE: "fee_correction_amount",
  CHARGEBACK: "chargeback_amount",
  CUSTOMER_PAYMENT_DEFAULT: "chargeback_amount",
};

/** Weekly settlements of the last weeks, whose transactions add up to their totals; a debt is carried from week to week. */
export function settlements(random: Random, world: World, now: number): readonly Settlement[] {
  const lastMonday = Math.floor((now - 4 * 24 * 3600 * 1000) / week) * week + 4 * 24 * 3600 * 1000;
  return books.flatMap(([currency, weeks], book) => {
    const sellers = [...world.accounts.values()].filter((account) => sells(account, currency));
    if (sellers.length === 0) return [];
    let debt = 0;
    return weeks.map((purchases, index) => {
      const settlement_id = `${index === 1 ? "XD65-" : ""}${113_574_395 + book * 1000 + index * 7}`;
      const to = lastMonday - (weeks.length - 1 - index) * week;
      const rows = Array.from({ length: purchases }, () =>
        purchase(random, world, random.pick(sellers), { settlement_id, currency, from: to - week, to, bad: purchases < 10 }),
      );
      const settlement = settle(random, world, { settlement_id, currency, to, debt }, rows.flat());
      debt = Number((settlement.details.totals as Piece).closing_debt_balance);
      return settlement;
    });
  });
}

const euros = new Set(["FI", "DE", "AT", "NL", "BE", "FR", "ES", "IT"]);

function sells({ state, account_reference, products }: Account, currency: string): boolean {
  const country = account_reference.slice(0, 2);
  const local = currency === "EUR" ? euros.has(country) : country === { SEK: "SE", GBP: "GB" }[currency];
  return local && state === "OPERATIONAL" && products.some((product) => product.state === "ENABLED");
}

interface Book {
  readonly settlement_id: string;
  readonly currency: string;
  readonly to: number;
  /** What is owed from before, as a negative amount. */
  readonly debt: number;
}

function settle(random: Random, { environment }: World, { settlement_id, currency, to, debt }: Book, rows: readonly Row[]): Settlement {
  const sums: Record<string, number> = {};
  for (const { detailed_type, amount, tax_amount } of rows) {
    const column = columns[detailed_type] ?? "fee_correction_amount";
    sums[column] = (sums[column] ?? 0) + amount;
    sums.vat_amount = (sums.vat_amount ?? 0) + (tax_amount ?? 0);
  }
  const result = Object.values(sums).reduce((total, amount) => total + amount, 0);
  const repay_amount = Math.max(debt, -Math.max(result, 0));
  const deposit_amount = Math.max(0, -result);
  const closing_debt_balance = debt - repay_amount - deposit_amount;
  const flows = { holdback_amount: 0, release_amount: 0, opening_debt_balance: debt, deposit_amount, repay_amount, closing_debt_balance };
  const settlement_amount = result + deposit_amount + repay_amount;
  const zeros = Object.fromEntries([...Object.values(columns), "correction_chargeback_amount", "vat_amount"].map((column) => [column, 0]));
  const entity = `krn:partner:global:settlement:settling-business-entity:${environment === "live" ? "K123455" : "K990017"}`;
  const bankAccount = `krn:partner:global:settlement-information:bank-account:${random.uuid()}`;
  const payout = settlement_amount > 0 ? { payout_id: `krn:partner:global:settlement:payout:${random.uuid()}` } : {};
  const period = { created_at: iso(to + 3_600_000), period_from: iso(to - week), period_to: iso(to) };
  return {
    details: { settlement_id, settling_business_entity_id: entity, ...period, settlement_amount, currency, ...payout, totals: { ...zeros, ...sums, ...flows } },
    report:
      settlement_amount > 0
        ? { paid_out_at: iso(to + 86_400_000), payout_bank_account_id: bankAccount, payout_bank_account_reference: `Payouts ${currency}` }
        : {},
    transactions: [...rows].sort((a, b) => (a.created_at < b.created_at ? -1 : 1)),
  };
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}

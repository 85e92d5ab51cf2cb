import { Random } from "../random";
import type { Piece } from "../state/account";
import { fromOf, type ReportOrder } from "./order";
import { type Pricing, pricingOf } from "./pricing";

/** One line of a purchase, before it has words: its kind, its amount and its tax, signed minor units. */
export interface Entry {
  readonly type: string;
  readonly detailed_type: string;
  readonly amount: number;
  readonly tax?: number;
}

const taxRates = [1900, 2000, 2300, 2400, 2500];

/** A purchase that is the same for the same order and number, whatever was made before it. */
export class Purchase {
  readonly entries: readonly Entry[];
  private readonly random: Random;
  private readonly rate: number;
  private readonly pricing: Pricing | undefined;

  constructor(
    private readonly order: ReportOrder,
    private readonly number: number,
  ) {
    const seed = Math.imul(order.seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b);
    const random = new Random(seed);
    this.random = random;
    // With chances of its own: what else there is of a purchase is the same, whatever it costs.
    this.pricing = order.priced ? pricingOf(order, new Random(~seed)) : undefined;
    this.rate = random.pick(taxRates);
    const amount = random.between(300, 90_000);
    const fee = (detailed_type: string, amount: number): Entry => ({ type: "FEE", detailed_type, amount, tax: -Math.round((-amount * this.rate) / 10_000) });
    const { fixed, percentage } = this.pricing?.fee ?? { fixed: 100, percentage: 120 };
    const above = order.fault === "some variable fees are above the plan" && number % 10 === 3 ? 25 : 0;
    const fixedFee = fee("PAYMENT_FIXED_FEE", -fixed);
    this.entries = [
      { type: "SALE", detailed_type: "CAPTURE", amount },
      fixedFee,
      fee("PAYMENT_VARIABLE_FEE", -Math.round((amount * (percentage + above)) / 10_000)),
      ...(order.fault === "a fixed fee is charged twice" && number === 1 ? [fixedFee] : []),
      ...this.aftermath(amount),
    ];
  }

  private aftermath(amount: number): readonly Entry[] {
    const chance = this.random.next();
    if (chance < 0.1) return [{ type: "REFUND", detailed_type: "REFUND", amount: -(chance < 0.05 ? amount : Math.ceil(amount / 3)) }];
    if (chance < 0.12)
      return [
        { type: "FEE", detailed_type: "DISPUTE_FEE", amount: -200 },
        { type: "CHARGEBACK", detailed_type: "CHARGEBACK", amount: -amount },
      ];
    if (chance < 0.13) return [{ type: "CHARGEBACK", detailed_type: "CUSTOMER_PAYMENT_DEFAULT", amount: -amount }];
    if (chance < 0.14)
      return [{ type: "FEE_CORRECTION", detailed_type: "CORRECTION_PAYMENT_VARIABLE_FEE", amount: 40, tax: Math.round((40 * this.rate) / 10_000) }];
    return [];
  }

  /** Its lines as Klarna's API answers them. */
  rows(): readonly Piece[] {
    const { order, random, number } = this;
    const account = order.accounts[Math.floor(random.next() ** 2 * order.accounts.length)] ?? "";
    const from = fromOf(order);
    const captured = from + random.between(0, order.to - from - 7_200_000);
    const bought = iso(this.pricing?.at ?? captured - random.between(3_600_000, 5 * 86_400_000));
    const transaction = `krn:payment:eu1:transaction:${uuid(random)}`;
    const shared = {
      ...{
        currency: order.currency,
        account_id: account,
        account_group_id: undefined,
        product_instance_id: `krn:partner:product:payment:${account.slice(-36)}`,
      },
      settlement_id: order.settlement_id,
      settlement_configuration_id: "krn:partner:global:settlement:settlement-configuration:e54eb4c7-5370-47c4-b6db-3a6471e09629",
      ...{
        payment_transaction_id: transaction,
        merchant_category_code: this.pricing?.merchant_category_code ?? "5331",
        payment_transaction_created_at: bought,
      },
      payment_transaction_reference: `partner-transaction-reference-${number + 1}`,
    };
    const capture = { payment_capture_id: `${transaction}:capture:1`, payment_capture_reference: `partner-capture-ref-${number + 1}` };
    const pricing = {
      price_plan_id: this.pricing?.price_plan_id ?? "krn:partner:global:pricing:payments:price-plan:baff081e-c246-4ba1-ad94-e4f913a77a34",
      payment_program_id: this.pricing?.payment_program_id ?? "krn:partner:global:pricing:payments:program:6bda01c4-ee39-4aec-a160-f2a7fa3ce90d",
      pricing_evaluated_at: bought,
    };
    return this.entries.map(({ type, detailed_type, amount, tax }, at) => {
      const created_at = iso(captured + (at < 3 ? at * 250 : at * 1_800_000));
      const common = { type, detailed_type, created_at, amount, ...shared };
      const taxed = tax === undefined ? {} : { tax_amount: tax, tax_rate: this.rate };
      const incentives = { buy_rate_incentives_amount: 0, sell_rate_incentives_amount: at === 1 ? 70 : 0 };
      if (detailed_type === "CAPTURE") return { ...common, ...capture, ...pricing };
      if (detailed_type === "REFUND") {
        const refund = { payment_refund_id: `${transaction}:refund:1`, payment_refund_reference: `partner-refund-reference-${number + 1}` };
        return { ...common, ...capture, ...refund, ...pricing };
      }
      if (type === "CHARGEBACK") return { ...common, payment_dispute_id: dispute(detailed_type, number), payment_chargeback_id: `${transaction}:chargeback:1` };
      if (detailed_type === "DISPUTE_FEE") return { ...common, ...capture, payment_dispute_id: dispute("CHARGEBACK", number) };
      return { ...common, ...capture, ...taxed, ...incentives, ...pricing };
    });
  }
}

function dispute(detailedType: string, number: number): string | undefined {
  return detailedType === "CHARGEBACK" ? `krn:payment:eu1:dispute:faulty-goods:${200_000 + number}` : undefined;
}

/** As `random.uuid()`, in four draws: of a million rows each is one more. */
function uuid(random: Random): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}

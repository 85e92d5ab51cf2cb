import { feeOf } from "../catalogue/fee";
import { pricedId } from "../catalogue/programs";
import type { Random } from "../random";
import type { Account, Piece } from "../state/account";
import type { World } from "../state/world";

/** A line of a settlement: signed minor units, the tax beside the amount. */
export interface Row extends Piece {
  readonly detailed_type: string;
  readonly created_at: string;
  readonly amount: number;
  readonly tax_amount?: number;
}

interface Week {
  readonly settlement_id: string;
  readonly currency: string;
  readonly from: number;
  readonly to: number;
  /** A week in which nearly everything comes back. */
  readonly bad: boolean;
}

/** VAT on Klarna's fees in minor units of a percent, by the merchant's country. */
const taxRates: Readonly<Record<string, number>> = { SE: 2500, FI: 2550, DE: 1900, AT: 2000, NL: 2100, BE: 2100, FR: 2000, ES: 2100, IT: 2200, GB: 2000 };

/** One purchase's lines: capture and fees, and sometimes what came of it later. */
export function purchase(random: Random, world: World, seller: Account, week: Week): readonly Row[] {
  const product = seller.products.find(({ state }) => state === "ENABLED");
  const profile = world.catalogue.profiles.find(({ distribution_profile_id }) => distribution_profile_id === product?.distribution_profile_id);
  const transaction = `krn:payment:eu1:transaction:${random.uuid()}`;
  const captured = week.from + random.between(0, week.to - week.from - 3_600_000);
  const bought = iso(captured - random.between(3_600_000, 5 * 86_400_000));
  const amount = random.between(900, 60_000) * (week.currency === "SEK" ? 10 : 1);
  const tax_rate = taxRates[seller.account_reference.slice(0, 2)] ?? 2000;
  const shared = {
    ...{ currency: week.currency, account_id: seller.account_id, account_group_id: seller.account_group_id, product_instance_id: product?.product_id },
    ...{
      settlement_id: week.settlement_id,
      settlement_configuration_id: "krn:partner:global:settlement:settlement-configuration:e54e9d07-5370-47c4-b6db-3a6471e09629",
    },
    ...{ payment_transaction_id: transaction, merchant_category_code: product?.merchant_category_code, payment_transaction_created_at: bought },
    payment_transaction_reference: `order-${random.digits(7)}`,
  };
  const capture = { payment_capture_id: `${transaction}:capture:1`, payment_capture_reference: `parcel-${random.digits(6)}` };
  const pricing = {
    price_plan_id: String(profile?.price_plan_id ?? ""),
    payment_program_id: pricedId(random.pick(world.catalogue.programs).payment_program_id),
    pricing_evaluated_at: bought,
  };
  const place = { ...pricing, merchant_category_code: product?.merchant_category_code ?? "", currency: week.currency, at: Date.parse(bought) };
  const { fixed, percentage } = feeOf(place) ?? { fixed: week.currency === "SEK" ? 250 : 25, percentage: 149 };
  const fee = (detailed_type: string, fee: number, later: number): Row => ({
    ...{ type: "FEE", detailed_type, created_at: iso(captured + later), amount: fee, ...shared, ...capture },
    ...{ tax_amount: tax(fee, tax_rate), tax_rate, buy_rate_incentives_amount: 0, sell_rate_incentives_amount: 0, ...pricing },
  });
  return [
    { type: "SALE", detailed_type: "CAPTURE", created_at: iso(captured), amount, ...shared, ...capture, ...pricing },
    fee("PAYMENT_FIXED_FEE", -fixed, 250),
    fee("PAYMENT_VARIABLE_FEE", -Math.round((amount * percentage) / 10_000), 250),
    ...aftermath(random, week, { amount, captured, transaction, shared: { ...shared, ...capture }, pricing, fee }),
  ];
}

interface Sale {
  readonly amount: number;
  readonly captured: number;
  readonly transaction: string;
  readonly shared: Piece;
  readonly pricing: Piece;
  readonly fee: (detailed_type: string, fee: number, later: number) => Row;
}

function aftermath(random: Random, week: Week, { amount, captured, transaction, shared, pricing, fee }: Sale): readonly Row[] {
  const chance = week.bad ? 0 : random.next();
  const created_at = iso(captured + random.between(60_000, 3_600_000));
  if (chance < 0.12) {
    const back = week.bad || random.next() < 0.5 ? amount : Math.round(amount / 3);
    const refund = { payment_refund_id: `${transaction}:refund:1`, payment_refund_reference: `return-${random.digits(6)}` };
    return [{ type: "REFUND", detailed_type: "REFUND", created_at, amount: -back, ...shared, ...refund, ...pricing }];
  }
  if (chance < 0.15) {
    const dispute = { payment_dispute_id: `krn:payment:eu1:dispute:faulty-goods:${random.between(200_000, 299_999)}` };
    const chargeback = { ...dispute, payment_chargeback_id: `${transaction}:chargeback:1` };
    const charged: Row = { type: "FEE", detailed_type: "DISPUTE_FEE", created_at, amount: week.currency === "SEK" ? -15_000 : -1500, ...shared, ...dispute };
    return [charged, { type: "CHARGEBACK", detailed_type: "CHARGEBACK", created_at, amount: -amount, ...shared, ...chargeback }];
  }
  if (chance < 0.16)
    return [
      {
        type: "CHARGEBACK",
        detailed_type: "CUSTOMER_PAYMENT_DEFAULT",
        created_at,
        amount: -amount,
        ...shared,
        payment_chargeback_id: `${transaction}:chargeback:1`,
      },
    ];
  return chance < 0.19 ? [{ ...fee("CORRECTION_PAYMENT_VARIABLE_FEE", random.between(10, 90), 3_000_000), type: "FEE_CORRECTION" }] : [];
}

/** Half away from zero, as Klarna rounds. */
function tax(amount: number, rate: number): number {
  return Math.sign(amount) * Math.round((Math.abs(amount) * rate) / 10_000);
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}

import { z } from "zod";

import { kept, openEnum } from "../lenient";
import { strict } from "../strict";
import { checked, filled } from "../text";
import { utcStamp } from "../timestamp";
import { lineTypes } from "./kinds";

const amount = z.number().nullish();
const text = z.string().nullish();

/** What goes into a payout, in the order of the equation; `sign` says how it counts there. Debt balances and the result don't count. */
export const totalNames = [
  "sale_amount",
  "return_amount",
  "reversal_amount",
  "fee_amount",
  "fee_correction_amount",
  "fee_refund_amount",
  "tax_amount",
  "tax_refund_amount",
  "commission_amount",
  "commission_reversal_amount",
  "charge_amount",
  "credit_amount",
  "holdback_amount",
  "release_amount",
  "repay_amount",
  "deposit_amount",
  "opening_debt_balance_amount",
  "closing_debt_balance_amount",
  "settlement_amount",
] as const;
export type TotalName = (typeof totalNames)[number];

const totals = z.looseObject(Object.fromEntries(totalNames.map((name) => [name, amount])) as { readonly [Name in TotalName]: typeof amount });

/** A payout, leniently: totals nested or flat, anything may be missing, what isn't known stays. */
export const payout = z.looseObject({
  payment_reference: text,
  payout_date: text,
  currency_code: text,
  currency_code_of_registration_country: text,
  merchant_settlement_type: openEnum(["GROSS", "NET", "GROSS_FEE"]).nullish(),
  merchant_id: text,
  transactions: text,
  totals: kept(totals).nullish(),
});

/** A line of a payout, leniently. */
export const line = z.looseObject({
  type: openEnum(lineTypes as unknown as readonly [string, ...string[]]).nullish(),
  detailed_type: text,
  amount,
  currency_code: text,
  capture_date: text,
  sale_date: text,
  order_id: text,
  capture_id: text,
  refund_id: text,
  payment_reference: text,
  vat_rate: amount,
  vat_amount: amount,
});

/** One currency's sums over a period, as Klarna makes them. */
export const summary = z.looseObject({ summary_settlement_currency: text, summary_total_settlement_amount: amount });

/** Where a page stands; `next` is an address of which nothing but the query may be used. What one field says counts, however odd another is. */
export const pagination = z.looseObject({
  count: amount.catch(null),
  total: amount.catch(null),
  offset: amount.catch(null),
  next: text.catch(null),
  prev: text.catch(null),
});

/** Which page of a list: at most 500 at once. */
export const page = {
  size: z.int("Write a whole number from 1 to 500").min(1, "Write a whole number from 1 to 500").max(500, "Klarna gives at most 500 at once").optional(),
  offset: z.int("Write a whole number from 0 on").min(0, "Write a whole number from 0 on").optional(),
};

/** A payout's reference or an order's id, as Klarna gave it: opaque, printable, at most 255 characters. */
export const reference = filled;

/** A currency's three letters. */
export const currency = () => checked((value) => (/^[A-Z]{3}$/.test(value) ? undefined : "Write a currency's three letters, such as EUR"));

/** Some while between two moments, the first one first. */
export const period = strict({ start_date: utcStamp(), end_date: utcStamp() }).refine(({ start_date, end_date }) => start_date <= end_date, {
  error: "The end lies before the start",
  path: ["end_date"],
});

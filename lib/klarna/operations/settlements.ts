import { z } from "zod";

import { kept, lenientList, openEnum } from "../lenient";
import { resource } from "../operation";
import { answeredPagination, pageQuery } from "../query";

// Amounts are whole minor units of the settlement's currency, signed: credits positive, debits negative.
const amount = z.number().nullish();

const totals = z.looseObject({
  capture_amount: amount,
  refund_amount: amount,
  payment_fixed_fee_amount: amount,
  payment_variable_fee_amount: amount,
  dispute_fee_amount: amount,
  fee_correction_amount: amount,
  chargeback_amount: amount,
  correction_chargeback_amount: amount,
  vat_amount: amount,
  holdback_amount: amount,
  release_amount: amount,
  opening_debt_balance: amount,
  deposit_amount: amount,
  repay_amount: amount,
  closing_debt_balance: amount,
});

const settlement = z.looseObject({
  settlement_id: z.string(),
  settling_business_entity_id: z.string().nullish(),
  created_at: z.string().nullish(),
  period_from: z.string().nullish(),
  period_to: z.string().nullish(),
  settlement_amount: amount,
  currency: z.string().nullish(),
  payout_id: z.string().nullish(),
  totals: kept(totals).nullish(),
});

const transaction = z.looseObject({
  type: openEnum(["SALE", "FEE", "REFUND", "CHARGEBACK", "FEE_CORRECTION"]).nullish(),
  detailed_type: z.string().nullish(),
  created_at: z.string().nullish(),
  amount,
  currency: z.string().nullish(),
  account_id: z.string().nullish(),
  payment_transaction_id: z.string().nullish(),
  payment_transaction_reference: z.string().nullish(),
  tax_amount: amount,
  tax_rate: z.number().nullish(),
});

const one = "/v2/settlement/settlements/{settlement_id}";

export const settlements = resource("settlements", {
  get: { method: "GET", path: one, permission: "settlements:read", lane: "settlement", output: settlement },
  // `text/csv` of up to millions of rows: the body is streamed, never parsed whole.
  csv: { method: "GET", path: `${one}/csv`, permission: "settlements:export", lane: "settlement", output: z.unknown() },
  transactions: {
    method: "GET",
    path: `${one}/transactions`,
    permission: "settlements:read",
    lane: "settlement",
    query: pageQuery({}),
    output: z.looseObject({ transactions: lenientList(transaction), pagination: answeredPagination.nullish() }),
  },
});

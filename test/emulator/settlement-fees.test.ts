import { expect, test } from "vitest";

import { generatedReport, generatedSettlement, generatedTransactions } from "@/emulator/reports/generated";
import type { ReportFaultName, ReportOrder } from "@/emulator/reports/order";
import type { Piece } from "@/emulator/state/account";

const order = (more: Partial<ReportOrder> = {}): ReportOrder => ({
  ...{ settlement_id: "1", rows: 500, seed: 7, currency: "EUR", entity: "krn:entity", accounts: ["krn:account:1", "krn:account:2"] },
  ...{ to: Date.UTC(2026, 9, 5), opening_debt: 0, priced: true, ...more },
});
const rows = (given: ReportOrder) => generatedTransactions(given).slice(0, given.rows);
const fees = (given: ReportOrder) => rows(given).filter(({ type }) => type === "FEE");

function addsUp(given: ReportOrder): boolean {
  const totals = generatedSettlement(given).details.totals as Readonly<Record<string, number>>;
  const of = (kind: string) => rows(given).reduce((sum, { detailed_type, amount }) => sum + (detailed_type === kind ? Number(amount) : 0), 0);
  return totals.payment_variable_fee_amount === of("PAYMENT_VARIABLE_FEE") && totals.payment_fixed_fee_amount === of("PAYMENT_FIXED_FEE");
}

test("fees of the plans are those of each purchase's own rate, and the same for the same order", () => {
  const paid = new Set(
    fees(order()).map(
      ({ price_plan_id, payment_program_id, merchant_category_code }: Piece) => `${price_plan_id} ${payment_program_id} ${merchant_category_code}`,
    ),
  );
  expect(paid.size).toBeGreaterThan(50);
  expect(addsUp(order())).toBe(true);
  const text = (given: ReportOrder) => Buffer.concat([...generatedReport(given)]).toString();
  expect(text(order())).toBe(text(order()));
  expect(text(order())).not.toBe(text(order({ seed: 8 })));
});

test.each<ReportFaultName>(["some variable fees are above the plan", "a fixed fee is charged twice"])("a report of which %s adds up all the same", (fault) => {
  expect(addsUp(order({ fault }))).toBe(true);
  expect(fees(order({ fault })).map(({ amount }) => amount)).not.toEqual(fees(order()).map(({ amount }) => amount));
});

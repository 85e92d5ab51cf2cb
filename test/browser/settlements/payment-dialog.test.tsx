// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";

import { PaymentDialog } from "@/components/settlements/payment-dialog";
import type { SettlementLine } from "@/lib/desk/settlement";
import { haveDialogs } from "../dialogs";
import { Doors, renderFresh } from "../merchants/desk";
import { madeLine } from "./made-settlement";

beforeAll(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const payment = "krn:payment:eu1:transaction:169dafea";
const line = (at: number, given: Partial<SettlementLine>) => madeLine(at, "Blomster", { payment_id: payment, reference: "order-1", ...given });

async function rowsOf(lines: readonly SettlementLine[]) {
  new Doors({ "/api/desk/settlements/payment": { json: lines } });
  renderFresh(<PaymentDialog environment="test" paymentId={payment} onClose={() => undefined} />);
  const table = await screen.findByRole("table", { hidden: true });
  return [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("th, td > span:last-child")].map(({ textContent }) => textContent));
}

test("of a payment that was captured in parts one sees which fee, refund and chargeback belongs to which, and at what rate it was taxed", async () => {
  const rows = await rowsOf([
    line(4, { capture_id: `${payment}:capture:1`, capture_reference: "part-1" }),
    line(5, { type: "FEE", detailed_type: "PAYMENT_FIXED_FEE", amount: "-100", tax: "-19", tax_rate: 1900, capture_id: `${payment}:capture:2` }),
    line(6, {
      type: "REFUND",
      detailed_type: "REFUND",
      amount: "-50",
      capture_id: "krn:capture:77",
      refund_id: `${payment}:refund:1`,
      refund_reference: "back-1",
    }),
    line(7, { type: "CHARGEBACK", detailed_type: "CHARGEBACK", amount: "-60", dispute_id: "krn:dispute:1", chargeback_id: `${payment}::chargeback:1` }),
    line(8, { amount: "1", rest: { new_column: "new value" } }),
    line(9, { amount: "1" }),
  ]);
  expect(rows.map(([what, ids]) => [what, ids])).toEqual([
    ["Capture", "Capture …:capture:1 · part-1"],
    ["Fixed fee", "Capture …:capture:2"],
    ["Refund", "Capture krn:capture:77Refund …:refund:1 · back-1"],
    ["Chargeback", "Dispute krn:dispute:1Chargeback …::chargeback:1"],
    ["Capture", "new_column new value"],
    ["Capture", "–"],
  ]);
  expect(rows.map((cells) => cells.slice(-3))).toEqual([
    ["40.00", "–", "–"],
    ["-1.00", "-0.19", "19.00%"],
    ["-0.50", "–", "–"],
    ["-0.60", "–", "–"],
    ["0.01", "–", "–"],
    ["0.01", "–", "–"],
  ]);
  // 40.00 - 1.00 - 0.19 - 0.50 - 0.60 + 0.02
  expect(screen.getByText("37.73 EUR")).toBeTruthy();
});

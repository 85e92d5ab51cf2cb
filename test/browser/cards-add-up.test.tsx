// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { TransitTable } from "@/components/payouts/transit-table";
import { MerchantSums } from "@/components/settlements/merchant-sums";
import type { InTransit } from "@/lib/desk/payout";

import { renderFresh } from "./merchants/desk";
import { standAt } from "./navigation";
import { madeMerchant, madeSettlement, within } from "./settlements/made-settlement";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** What a card shows, in minor units by its label: of what is left out where there isn't room, only what is left out of narrow tables alone. */
function cardOf(container: HTMLElement): Readonly<Record<string, number>> {
  const cells = [...container.querySelectorAll<HTMLElement>("td[data-label]")].filter(({ classList }) => !classList.contains("@max-4xl:hidden!"));
  return Object.fromEntries(cells.map(({ dataset, textContent }) => [dataset.label, Math.round(Number(textContent.replace(/[^\d.-]/g, "")) * 100)]));
}

test("on a card a merchant's net is the sum of what stands above it", () => {
  standAt("/test/settlements/S-1/merchants");
  const merchant = { ...madeMerchant("Shop", "0"), captures: "10000", refunds: "-2000", fees: "-300", tax: "-75", others: "-25", net: "7600" };
  const of = "sha";
  const section = <MerchantSums first={{ merchants: [merchant], next: null }} of={of} readAt={new Date().toISOString()} />;
  const card = cardOf(renderFresh(within(madeSettlement(of), section)).container);
  expect(card).toMatchObject({ Captures: 10000, Refunds: -2000, Fees: -300, VAT: -75, Others: -25, Net: 7600 });
});

test("on a card what is in transit is the sum of what stands above it", () => {
  const row: InTransit = {
    ...{ merchant_id: "K1", currency: "EUR", payment_reference: null, payout_date: null, lines: 5, unknown: 0 },
    ...{ sales: "10000", refunds: "-2000", fees: "-300", tax: "-75", other: "-25" },
  };
  const card = cardOf(render(<TransitTable environment="test" rows={[row]} />).container);
  expect(card).toMatchObject({ Sales: 10000, Refunds: -2000, Fees: -300, VAT: -75, Other: -25, "In transit": 7600 });
});

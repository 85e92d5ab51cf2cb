// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { SettledSection } from "@/components/merchants/settled-section";
import type { Settled } from "@/lib/desk/settled";

import { accountId } from "./desk";

afterEach(cleanup);

const last = { settlement_id: "S-1", period_from: "2026-11-17T00:00:00Z", period_to: "2026-11-24T00:00:00Z" };
const settled: Settled = {
  ...{ loaded_to: "2026-11-24T00:00:00Z", is_old: false, missing: 0, captures: 3, refunds: 1, chargebacks: 0, last },
  sums: [
    { currency: "SEK", captures: "1250000", refunds: "-10050", net: "1200000" },
    { currency: "JPY", captures: "900", refunds: "0", net: "890" },
  ],
};
const show = (given: Settled | undefined) => render(<SettledSection environment="test" accountId={accountId} settled={given} />).container.textContent;

test("What was settled is added up in each currency, with the way to the merchant's own lines of the newest settlement", () => {
  const text = show(settled);
  expect(text).toContain("12,500.00 captured, 100.50 refunded; 12,000.00 after fees and all else");
  expect(text).toContain("900 captured, 0 refunded; 890 after");
  expect(screen.getByRole("link").getAttribute("href")).toBe(`/test/settlements/S-1/transactions?${new URLSearchParams({ account: accountId })}`);
});

test("Whoever may not see settlements reads how much was going on, and neither amounts nor the way there", () => {
  const text = show({ ...settled, sums: null, last: { ...last, settlement_id: null } });
  expect(text).toContain("3 captures and 1 refund");
  expect(text).toContain("17 Nov 2026 – 24 Nov 2026");
  expect(text).not.toContain("after fees");
  expect(screen.queryByRole("link")).toBeNull();
});

test("That it couldn't be read is said, and isn't called nothing", () => {
  expect(show(undefined)).toContain("couldn't be read just now");
});

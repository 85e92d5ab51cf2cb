// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { CurrencySection } from "@/components/finance/currency-section";
import { shareText } from "@/components/finance/share";
import type { FinanceCurrency, FinanceWeek } from "@/lib/desk/finance";

afterEach(cleanup);

const nothing = { count: 0, unreadable: 0, amount: "0", sales: "0", fees: "0", odd: 0, open: 0 };
const weeks: readonly FinanceWeek[] = [
  { ...nothing, week: "2026-10-19", count: 2, amount: "123456", sales: "130000", fees: "-1950" },
  { ...nothing, week: "2026-10-12", count: 1, amount: "-5000", odd: 1 },
  { ...nothing, week: "2026-10-05", count: 3, amount: "61728", sales: "60000", fees: "0", open: 2 },
  { ...nothing, week: "2026-09-28" },
];
const figures: FinanceCurrency = {
  currency: "SEK",
  weeks,
  total: { ...nothing, count: 6, amount: "180184", sales: "190000", fees: "-1950", odd: 1, open: 2, unreadable: 1 },
  invoices: { count: 1, amount: "990", odd: 0 },
};
const period = { weeks: 4, mondays: weeks.map(({ week }) => week), end: "2026-10-26" } as const;
const draw = (side: "settlements" | "payouts") => render(<CurrencySection side={side} environment="test" figures={figures} period={period} />);
const rows = () => screen.getAllByRole("row").slice(1);
const cells = (row: HTMLElement) => [...row.querySelectorAll("td, th")].map(({ textContent }) => textContent?.replaceAll("\u00a0", " "));

test("every figure that is drawn stands beside its picture, exact and without colour", () => {
  draw("settlements");
  expect(rows().map((row) => cells(row).map((text) => text?.replace(/^(Size|Settled|Fees, share|Fees|How many|Not adding up)/, "")))).toEqual([
    ["19 Oct 2026", "", "1,234.56", "-19.50", "1.50%", "2", "none"],
    ["12 Oct 2026", "", "-50.00", "0.00", "–", "1", "1"],
    ["5 Oct 2026", "", "617.28", "0.00", "0.00%", "3", "2 not known"],
    ["28 Sep 2026", "", "0.00", "0.00", "–", "0", "none"],
  ]);
  // What doesn't add up is hatched, what is owed begins at the left of the line, and nothing is drawn where there is nothing.
  const bars = rows().map((row) => row.querySelectorAll("svg[aria-hidden] > rect"));
  expect(bars.map((bar) => bar.length)).toEqual([1, 1, 1, 0]);
  expect(rows().map((row) => row.querySelectorAll("pattern").length)).toEqual([0, 1, 0, 0]);
  const zero = rows()[0]?.querySelector("svg > line")?.getAttribute("x1");
  const [first, owed, half] = bars.map((bar) => bar[0]);
  expect(first?.getAttribute("x")).toBe(zero);
  expect(owed?.getAttribute("x")).toBe("0%");
  const width = (bar: Element | undefined) => Number(bar?.getAttribute("width")?.replace("%", ""));
  expect(width(first) / width(half)).toBeCloseTo(2, 5);
});

test("each count leads to the list of what it counts, of its week and currency", () => {
  const address = (row: number, name: string) =>
    within(rows()[row] as HTMLElement)
      .getByRole("link", { name })
      .getAttribute("href");
  draw("settlements");
  expect(address(0, "2")).toBe("/test/settlements?from=2026-10-19&to=2026-10-25&currency=SEK");
  expect(
    within(rows()[1] as HTMLElement)
      .getAllByRole("link")
      .map((link) => link.getAttribute("href")),
  ).toEqual(["/test/settlements?from=2026-10-12&to=2026-10-18&currency=SEK", "/test/settlements?from=2026-10-12&to=2026-10-18&currency=SEK&verdict=differs"]);
  cleanup();
  draw("payouts");
  expect(address(2, "2")).toBe("/test/payouts?from=2026-10-05&to=2026-10-11&currency=SEK&proof=due&type=but-invoices");
  expect(screen.getByRole("link", { name: "6 payouts" }).getAttribute("href")).toBe("/test/payouts?from=2026-09-28&to=2026-10-25&currency=SEK");
  expect(screen.getByText("1 invoice for fees, apart").nextSibling?.textContent).toBe("SEK\u00a09.90");
  expect(screen.getByText(/Without 1 whose amount isn't known/)).toBeDefined();
});

test("where no currency is named yet each count leads to the list of those without one", () => {
  render(<CurrencySection side="settlements" environment="test" figures={{ ...figures, currency: null }} period={period} />);
  expect(screen.getByRole("link", { name: "6 settlements" }).getAttribute("href")).toBe("/test/settlements?from=2026-09-28&to=2026-10-25&currency=none");
});

test("invoices for fees that don't add up are counted beside the invoices, with the way to them", () => {
  const invoices = { ...figures.invoices, count: 3, odd: 2 };
  render(<CurrencySection side="payouts" environment="test" figures={{ ...figures, invoices }} period={period} />);
  const link = screen.getByRole("link", { name: "2 not adding up" });
  expect(link.getAttribute("href")).toBe("/test/payouts?from=2026-09-28&to=2026-10-25&currency=SEK&proof=odd&type=GROSS_FEE");
  cleanup();
  draw("payouts");
  expect(screen.queryByRole("link", { name: /not adding up/ })).toBeNull();
});

test("a share is rounded exactly, and isn't said where nothing was sold", () => {
  expect(shareText({ fees: "-1", sales: "8000" })).toBe("0.01%");
  expect(shareText({ fees: "-90071992547409930", sales: "9007199254740993000" })).toBe("1.00%");
  expect(shareText({ fees: "5", sales: "1000" })).toBe("-0.50%");
  expect(shareText({ fees: "-5", sales: "0" })).toBeUndefined();
});

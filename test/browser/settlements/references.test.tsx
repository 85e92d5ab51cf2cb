// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { differingColumns } from "@/components/settlements/fees/differing-columns";
import { lineColumns } from "@/components/settlements/line-columns";
import { Table } from "@/components/ui/table";
import type { FeeAuditLine } from "@/lib/desk/fee-audit";

import { madeLine } from "./made-settlement";

afterEach(cleanup);

const reference = "partner-transaction-reference-0000417";

/** What is never cut off of a reference, and what may be. */
function partsOf(container: HTMLElement) {
  const shown = container.querySelector(`[title="${reference}"]`);
  return [...(shown?.children ?? [])].map(({ className, textContent }) => [className.includes("truncate") ? "may be cut" : "stays", textContent]);
}

const parts = [
  ["may be cut", "partner-transaction-reference"],
  ["stays", "-0000417"],
];

test("of a transaction's reference the end is always to be seen, which tells it from its neighbours", () => {
  const lines = [madeLine(4, "Shop", { reference }), madeLine(5, "Shop", { reference: null })];
  const { container } = render(<Table caption="Lines" columns={lineColumns(() => undefined)} rows={lines} rowKey={({ line }) => String(line)} />);
  expect(partsOf(container)).toEqual(parts);
  const cells = [...container.querySelectorAll('td[data-label="Reference"]')];
  expect(cells.map((cell) => cell.querySelector(".sr-only")?.textContent ?? cell.textContent)).toEqual([reference, "–"]);
});

test("so it is beside a fee", () => {
  const fee = { type: "FEE", detailed_type: "PURCHASE_FEE", line: 4, reason: null, merchant: "Shop", reference, percentage: "149", fixed: "0" };
  const given = { ...fee, captured: "100", charged: "1", expected: "2", account_id: "a" } as unknown as FeeAuditLine;
  const { container } = render(<Table caption="Fees" columns={differingColumns("EUR")} rows={[given]} rowKey={({ line }) => String(line)} />);
  expect(partsOf(container)).toEqual(parts);
});

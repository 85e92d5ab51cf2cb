// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { Acceptances } from "@/components/settlements/acceptances";
import { gapWords } from "@/components/settlements/gap-words";

import { madeSettlement, within } from "./made-settlement";

afterEach(cleanup);

const none = { lines_gap: "0", parts_gap: "0", chain_gap: null };

test("whatever was accepted is named with its amount, and what comes to nothing in all isn't called nothing", () => {
  expect(gapWords({ ...none, lines_gap: "4495" }, "EUR")).toBe("+44.95 EUR in its transactions");
  expect(gapWords({ ...none, parts_gap: "-1000" }, "JPY")).toBe("-1,000 JPY in its parts");
  expect(gapWords({ ...none, chain_gap: "-4321" }, "EUR")).toBe("-43.21 EUR in the debt from before");
  expect(gapWords({ lines_gap: "-1", parts_gap: "2", chain_gap: "3" }, "EUR")).toBe(
    "-0.01 EUR in its transactions, +0.02 EUR in its parts, +0.03 EUR in the debt from before",
  );
  expect(gapWords(none, "EUR")).toBe("differences between parts, which come to nothing in all");
});

test("an accepted difference stays visible with who, what and why; of one that counts no more that is said", () => {
  const accepted = { ...none, person: "Ines", accepted_at: "2026-11-20T10:00:00Z", reason: "Ticket 77", chain_gap: "-4321", current: false };
  render(within(madeSettlement("a", { acceptances: [accepted] }), <Acceptances />));
  const region = screen.getByRole("region", { name: "Accepted differences" });
  expect(region.textContent).toMatch(/Ines accepted -43.21 EUR in the debt from before .*Ticket 77That was of an earlier report, or of another debt/);
});

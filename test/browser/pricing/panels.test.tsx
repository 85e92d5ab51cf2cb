// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ComparePanel } from "@/components/pricing/compare-panel";
import { CostPanel } from "@/components/pricing/cost-panel";
import { type Question, questionIn } from "@/components/pricing/question";
import type { RatesRead } from "@/components/pricing/use-rates";
import type { NamedPlanRates } from "@/lib/desk/pricing";
import { readRate } from "@/lib/klarna/pricing/rate";

import { Doors, renderFresh } from "../merchants/desk";

// jsdom knows no scrolling.
beforeEach(() => Object.assign(HTMLElement.prototype, { scrollIntoView: () => undefined }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const now = "2026-11-26T12:34:56.000Z";
const door = "/api/desk/prices/rates";
const question = (given: Partial<Question>): Question => ({ ...questionIn(new URLSearchParams(), now.slice(0, 10)), ...given });
const rate = (merchant_category_code: string, percentage: number) => ({ merchant_category_code, country: "SE", currency: "SEK", buy_rate: { percentage } });
const answer = (rates: readonly unknown[], category_left_aside: string | null = null): NamedPlanRates => ({
  ...{ price_plan_id: "krn:plan", name: "Standard", version: 2, effective_from: null, comment: null, rates, category_left_aside },
  ...{ read_at: now, categories: {} },
});
const read = (of: NamedPlanRates, stale = false): RatesRead => ({
  ...{ answer: of, rates: of.rates.map(readRate), problem: undefined, at: now, busy: stale, stale, refresh: async () => undefined },
});
const common = { environment: "test" as const, ask: () => undefined, now, programName: (id: string) => id };
const compare = (asked: Partial<Question>, left: RatesRead) => (
  <ComparePanel
    {...common}
    plan={{ id: "krn:plan", name: "Standard", description: undefined, versions: [] }}
    question={question({ look: "compare", ...asked })}
    read={left}
  />
);

describe("two categories", () => {
  it("are laid side by side", async () => {
    new Doors({ [door]: { json: answer([rate("5912", 139)]) } });
    renderFresh(compare({ by: "category", category: "5411", other: "5912" }, read(answer([rate("5411", 149)]))));
    expect((await screen.findByText("1 of 1 prices differ.")).role).toBe("status");
  });

  it("aren't where Klarna doesn't list one: the rates of all would stand beside those of one", () => {
    const doors = new Doors({ [door]: { json: answer([rate("5411", 149), rate("5912", 139)], "5412") } });
    renderFresh(compare({ by: "category", category: "5411", other: "5412" }, read(answer([rate("5411", 149)]))));
    expect(screen.getByText("Category 5412 can't be compared")).toBeDefined();
    cleanup();
    renderFresh(compare({ by: "category", category: "5412", other: "5411" }, read(answer([rate("5411", 149), rate("5912", 139)], "5412"))));
    expect(screen.getByText("Category 5412 can't be compared")).toBeDefined();
    expect(screen.queryByRole("table")).toBeNull();
    expect(doors.askedFor(door)).toBe(0);
  });
});

describe("two versions", () => {
  it("of a category that Klarna doesn't list are said to be those of all categories", async () => {
    new Doors({ [door]: { json: answer([rate("5411", 139)], "5412") } });
    renderFresh(compare({ category: "5412", other: "3" }, read(answer([rate("5411", 149)], "5412"))));
    expect(await screen.findByText("Klarna doesn't list category 5412")).toBeDefined();
    expect(screen.getByText("1 of 1 prices differ.")).toBeDefined();
  });
});

describe("while another question is asked", () => {
  it("no two sides are compared, neither by the old left nor by the old right", async () => {
    new Doors({ [door]: { json: answer([rate("5912", 139)]) } });
    const cache = new QueryClient();
    const shown = (other: string, left: RatesRead) => (
      <QueryClientProvider client={cache}>{compare({ by: "category", category: "5411", other }, left)}</QueryClientProvider>
    );
    const left = answer([rate("5411", 149)]);
    const { rerender } = render(shown("5912", read(left)));
    expect(await screen.findByText("1 of 1 prices differ.")).toBeDefined();
    rerender(shown("5912", read(left, true)));
    expect(screen.queryByText(/prices? differ/)).toBeNull();
    rerender(shown("5912", read(left)));
    expect(screen.getByText("1 of 1 prices differ.")).toBeDefined();
    vi.stubGlobal("fetch", () => new Promise(() => undefined));
    rerender(shown("7011", read(left)));
    expect(screen.queryByText(/prices? differ/)).toBeNull();
  });

  it("no fee is computed from the old rates", () => {
    const asked = question({ look: "cost", category: "5411", country: "SE", currency: "SEK" });
    const { unmount } = renderFresh(<CostPanel {...common} question={asked} read={read(answer([rate("5411", 149)]))} />);
    expect(document.body.textContent).toContain("14.90");
    unmount();
    renderFresh(<CostPanel {...common} question={asked} read={read(answer([rate("5411", 149)]), true)} />);
    expect(document.body.textContent).not.toContain("14.90");
    expect(screen.getByLabelText("Amount in SEK")).toBeDefined();
  });
});

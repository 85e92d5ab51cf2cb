// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { FeesView } from "@/components/settlements/fees/fees-view";
import { GapCandidates } from "@/components/settlements/gap-candidates";
import { LineList } from "@/components/settlements/line-list";
import { MerchantSums } from "@/components/settlements/merchant-sums";
import type { FeeAudit } from "@/lib/desk/fee-audit";

import { Doors } from "../merchants/desk";
import { standAt } from "../navigation";
import { madeLine, madeMerchant, madeSettlement, within } from "./made-settlement";

beforeEach(() => {
  standAt("/test/settlements/S-1");
  vi.stubGlobal("scrollTo", () => undefined);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const door = "/api/desk/settlements/S-1";
const readAt = new Date().toISOString();

/** A page as it came, and then the same page under the report that its frame tells of by and by. */
function pageOf(section: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });
  const shown = (sha256: string | undefined) => <QueryClientProvider client={client}>{within(madeSettlement(sha256), section)}</QueryClientProvider>;
  const { rerender } = render(<div />);
  return (sha256: string | undefined) => rerender(shown(sha256));
}

describe("once another report has taken the place of the one that a page came with", () => {
  it("its transactions are read from their beginning", async () => {
    const doors = new Doors({ [`${door}/lines`]: { json: { lines: [madeLine(4, "New shop")], next: null } } });
    const show = pageOf(<LineList filter={{}} first={{ lines: [madeLine(4, "Old shop")], next: null }} of="old" readAt={readAt} />);
    show("old");
    expect(screen.getByText("Old shop")).toBeTruthy();
    expect(doors.asked).toEqual([]);
    show("new");
    expect(screen.queryByText("Old shop")).toBeNull();
    expect(await screen.findByText("New shop")).toBeTruthy();
    expect(doors.asked).toEqual([`${door}/lines?environment=test`]);
  });

  it("so are its merchants' sums", async () => {
    new Doors({ [`${door}/merchants`]: { json: { merchants: [madeMerchant("New shop", "700")], next: null } } });
    const show = pageOf(<MerchantSums first={{ merchants: [madeMerchant("Old shop", "500")], next: null }} of="old" readAt={readAt} />);
    show("old");
    expect(screen.getByText("Old shop")).toBeTruthy();
    show("new");
    expect(screen.queryByText("Old shop")).toBeNull();
    expect(await screen.findByText("New shop")).toBeTruthy();
  });

  it("what may be behind a gap is looked for in the new one", async () => {
    const doors = new Doors({ [`${door}/candidates`]: { json: { lines: [madeLine(27, "Old shop")], more: false } } });
    const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });
    const shown = (sha256: string) => (
      <QueryClientProvider client={client}>
        <GapCandidates settlement={madeSettlement(sha256)} part="capture_amount" gap="4000" />
      </QueryClientProvider>
    );
    const { rerender } = render(shown("old"));
    expect(await screen.findByText("Line 27")).toBeTruthy();
    doors.set(`${door}/candidates`, { json: { lines: [madeLine(31, "New shop")], more: false } });
    rerender(shown("new"));
    expect(screen.queryByText("Line 27")).toBeNull();
    expect(await screen.findByText("Line 31")).toBeTruthy();
  });

  it("its fees are those of the new one", async () => {
    const audit: FeeAudit = { wanted: false, checked_at: null, plans: [], reasons: [] };
    const doors = new Doors({ [`${door}/fees`]: { json: { ...audit, wanted: true } } });
    const show = pageOf(<FeesView audit={audit} of="old" merchants={{ merchants: [], next: null }} lines={{ lines: [], next: null }} readAt={readAt} />);
    show("old");
    expect(screen.getByText("The fees haven't been held against the price plans yet.")).toBeTruthy();
    expect(doors.asked).toEqual([]);
    show("new");
    expect(await screen.findByText(/being held against/)).toBeTruthy();
  });
});

describe("once a report is loaded that wasn't when the page came", () => {
  it("its transactions stand in the place of Klarna's pages", async () => {
    const doors = new Doors({
      "/api/klarna/test/settlements.transactions": { json: { transactions: [], pagination: { total: 0 } } },
      [`${door}/lines`]: { json: { lines: [madeLine(4, "New shop")], next: null } },
    });
    const show = pageOf(<LineList filter={{}} first={null} of={undefined} readAt={readAt} />);
    show(undefined);
    expect(await screen.findByText("Klarna lists no transaction")).toBeTruthy();
    show("new");
    expect(await screen.findByText("New shop")).toBeTruthy();
    expect(screen.queryByText(/the report isn't loaded/)).toBeNull();
    expect(doors.askedFor(`${door}/lines`)).toBe(1);
  });

  it("its merchants are there, and nobody is told that it has none", async () => {
    new Doors({ [`${door}/merchants`]: { json: { merchants: [madeMerchant("New shop", "700")], next: null } } });
    const show = pageOf(<MerchantSums first={{ merchants: [], next: null }} of={undefined} readAt={readAt} />);
    show(undefined);
    expect(screen.getByText("Nothing is loaded yet")).toBeTruthy();
    show("new");
    expect(screen.queryByText("The report has no transaction")).toBeNull();
    expect(await screen.findByText("New shop")).toBeTruthy();
  });
});

it("what can't be read says so, in the place of sums of another report, and is read again at a press", async () => {
  const doors = new Doors({ [`${door}/merchants`]: { problem: 503, code: "AWAY", message: "Try again in a moment." }, [`${door}/lines`]: "away" });
  const merchants = pageOf(<MerchantSums first={{ merchants: [madeMerchant("Old shop", "500")], next: null }} of="old" readAt={readAt} />);
  merchants("new");
  await waitFor(() => expect(screen.getByText("The merchants can't be read")).toBeTruthy());
  cleanup();
  const lines = pageOf(<LineList filter={{}} first={{ lines: [], next: null }} of="old" readAt={readAt} />);
  lines("new");
  expect(await screen.findByText("The transactions can't be read")).toBeTruthy();
  doors.set(`${door}/lines`, { json: { lines: [madeLine(4, "New shop")], next: null } });
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("New shop")).toBeTruthy();
});

// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { FindView } from "@/components/bank-statement/find-view";
// It is there when the form asks for it.
import "@/components/bank-statement/search-statement";
import type { Found } from "@/lib/desk/bank-statement/match";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("where neither the amount nor the day is recognised both can be named, one after the other; of what is given next nothing is taken as named", async () => {
  const payable = { kind: "settlement", id: "113574402", amount: "1200", currency: "SEK", date: null, payout: "paid" } as const;
  vi.stubGlobal("fetch", async () => Response.json({ found: [{ reference: payable.id, payable }], waiting: [], more: false } satisfies Found));
  render(<FindView environment="test" />);
  const give = (text: string) => {
    fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
    fireEvent.click(screen.getByRole("button", { name: "Find" }));
  };
  give("Was,Wieviel,Wann\nKlarna 113574402,12.00,2026-11-20\nx,1.00,2026-11-21");
  fireEvent.change(await screen.findByLabelText("Where is the amount?"), { target: { value: "1" } });
  await screen.findByText("Matched");
  fireEvent.change(await screen.findByLabelText("Where is the day?"), { target: { value: "2" } });
  await screen.findByText("2026-11-20");
  expect(screen.getByText("Matched")).toBeTruthy();
  expect(screen.queryByText("Not every column could be recognised")).toBeNull();
  give("Wann,Was,Wieviel\n2026-11-22,Klarna 113574402,12.00");
  expect(await screen.findByLabelText("Where is the amount?")).toBeTruthy();
  expect(screen.getByLabelText("Where is the day?")).toBeTruthy();
});

// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { FindView } from "@/components/bank-statement/find-view";
// It is there when the form asks for it.
import "@/components/bank-statement/search-statement";
import type { Found } from "@/lib/desk/bank-statement/match";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const payable = { kind: "settlement", id: "113574402", amount: "1200", currency: "SEK", date: null, payout: "paid" } as const;
const found: Found = { found: [{ reference: payable.id, payable }], waiting: [], more: false };

function give(text: string): void {
  fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
  fireEvent.click(screen.getByRole("button", { name: "Find" }));
}

test("where neither the amount nor the day is recognised both can be named, one after the other; of what is given next nothing is taken as named", async () => {
  vi.stubGlobal("fetch", async () => Response.json(found));
  render(<FindView environment="test" />);
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

test("a column that was chosen by mistake stays said, keeps the focus, and can be chosen anew, also where nothing is found with it", async () => {
  vi.stubGlobal("fetch", async () => Response.json(found));
  render(<FindView environment="test" />);
  give("Was,Saldo,Wieviel,Wann\nKlarna 113574402,99.00,12.00,2026-11-20\nx,100.00,1.00,2026-11-21");
  const choice = await screen.findByRole<HTMLSelectElement>("combobox", { name: "Where is the amount?" });
  choice.focus();
  const choose = (value: string) => fireEvent.change(choice, { target: { value } });
  choose("1");
  await screen.findByText(/too much$/);
  choose("0");
  await screen.findByText("Nothing was looked for");
  expect([choice.isConnected, choice.value, document.activeElement]).toEqual([true, "0", choice]);
  choose("2");
  await screen.findByText("Matched");
  expect([choice.isConnected, choice.value, document.activeElement]).toEqual([true, "2", choice]);
});

test("of columns that are chosen faster than the desk answers the last one counts", async () => {
  const answers: ((answer: Response) => void)[] = [];
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => answers.push(resolve)));
  const answer = (at: number) => act(async () => answers[at]?.(Response.json(found)));
  render(<FindView environment="test" />);
  give("Was,Saldo,Wieviel\nKlarna 113574402,99.00,12.00\nx,100.00,1.00");
  await waitFor(() => expect(answers).toHaveLength(1));
  await answer(0);
  const choice = await screen.findByLabelText("Where is the amount?");
  for (const value of ["1", "2"]) fireEvent.change(choice, { target: { value } });
  await waitFor(() => expect(answers).toHaveLength(3));
  await answer(2);
  await screen.findByText("Matched");
  await answer(1);
  expect(screen.getByText("Matched")).toBeTruthy();
});

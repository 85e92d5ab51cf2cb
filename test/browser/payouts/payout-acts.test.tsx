// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { PayoutActs } from "@/components/payouts/payout-acts";

import { type Answer, Doors, renderFresh } from "../merchants/desk";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says of a payout what failed last, its reading or its paper", async () => {
  const door = "/api/desk/payouts/P-1";
  new Doors({
    [`${door}/read`]: { problem: 503, code: "AWAY", message: "Klarna is away." },
    [`${door}/report`]: { problem: 404, code: "NONE", message: "Klarna has no such paper." },
  });
  renderFresh(<PayoutActs environment="test" reference="P-1" mayExport />);
  fireEvent.click(screen.getByRole("button", { name: "Read again" }));
  expect(await screen.findByText("It wasn't read")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Klarna's PDF" }));
  expect(await screen.findByText("There is no file")).toBeTruthy();
  expect(screen.getByText("Klarna has no such paper.")).toBeTruthy();
  expect(screen.queryByText("It wasn't read")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Read again" }));
  expect(await screen.findByText("It wasn't read")).toBeTruthy();
  expect(screen.queryByText("There is no file")).toBeNull();
});

it.each([
  ["Read again", "read", "Klarna's PDF", "report", "It wasn't read"],
  ["Klarna's PDF", "report", "Read again", "read", "There is no file"],
])("what is under way stays so while the other is asked for, and its failure is told: %s", async (first, door, second, other, told) => {
  let arrive: (answer: Answer) => void = () => undefined;
  const late = new Promise<Answer>((settle) => (arrive = settle));
  new Doors({ [`/api/desk/payouts/P-1/${door}`]: late, [`/api/desk/payouts/P-1/${other}`]: new Promise(() => undefined) });
  renderFresh(<PayoutActs environment="test" reference="P-1" mayExport />);
  fireEvent.click(screen.getByRole("button", { name: first }));
  await waitFor(() => expect(screen.getByRole("button", { name: first }).getAttribute("aria-busy")).toBe("true"));
  fireEvent.click(screen.getByRole("button", { name: second }));
  await waitFor(() => expect(screen.getByRole("button", { name: second }).getAttribute("aria-busy")).toBe("true"));
  expect(screen.getByRole("button", { name: first }).getAttribute("aria-busy")).toBe("true");
  arrive({ problem: 503, code: "AWAY", message: "Klarna is away." });
  expect(await screen.findByText(told)).toBeTruthy();
});

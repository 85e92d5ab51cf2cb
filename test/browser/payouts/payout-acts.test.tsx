// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { PayoutActs } from "@/components/payouts/payout-acts";

import { Doors, renderFresh } from "../merchants/desk";

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

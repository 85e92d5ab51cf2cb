// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { OnboardBar } from "@/components/onboarding/table/onboard-bar";
// It is there when the bar asks for it.
import "@/components/onboarding/table/onboard-dialog";
import type { RowOutcome } from "@/components/onboarding/table/use-onboard-rows";

import { haveDialogs } from "../../dialogs";

beforeEach(haveDialogs);
afterEach(cleanup);

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ line: at + 2, draftId: `d${at}` }));

it("sends and counts those that were asked for, whatever else turns out to be sendable meanwhile", async () => {
  const onboard = vi.fn();
  const bar = (count: number, outcomes: ReadonlyMap<number, RowOutcome> = new Map()) => (
    <OnboardBar
      environment="live"
      rows={rows(count)}
      sending={{ outcomes, busy: outcomes.size > 0, problem: undefined, onboard, stop: vi.fn(), forget: vi.fn() }}
    />
  );
  const { rerender } = render(bar(4));
  fireEvent.click(screen.getByRole("button", { name: "Onboard 4 merchants …" }));
  const field = await screen.findByRole("textbox", { name: "Type 4 to say that you mean this many" });
  rerender(bar(15));
  fireEvent.change(field, { target: { value: "4" } });
  fireEvent.click(screen.getByRole("button", { name: "Onboard 4 merchants" }));
  expect(onboard).toHaveBeenCalledExactlyOnceWith(rows(4));
  const outcomes = new Map<number, RowOutcome>([
    [2, { kind: "onboarded", accountId: "krn:a" }],
    [3, { kind: "sending" }],
  ]);
  rerender(bar(25, outcomes));
  expect(screen.getByText("Onboarding: through with 1 of 4")).toBeTruthy();
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("25");
});

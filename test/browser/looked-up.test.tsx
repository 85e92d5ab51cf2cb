// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { LookUp } from "@/components/payouts/look-up";
import { UnknownSettlement } from "@/components/settlements/unknown-settlement";

import { Doors, renderFresh } from "./merchants/desk";
import { standAt } from "./navigation";

beforeEach(() => standAt("/test/payouts"));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe.each([
  ["a payout", <LookUp key="1" environment="test" text="PAY-1" />, /^Ask Klarna/, "Nothing was found"],
  ["a settlement", <UnknownSettlement key="2" environment="test" settlementId="S-1" />, /^Look it up/, "It wasn't found"],
] as const)("%s that is looked up at Klarna", (_, shown, ask, nothing) => {
  it("isn't said to be unknown where Klarna couldn't be asked, and can be asked for again", async () => {
    const doors = new Doors({ "/api/desk": { problem: 503, code: "KLARNA_UNREACHABLE" } });
    renderFresh(shown);
    fireEvent.click(screen.getByRole("button", { name: ask }));
    expect(await screen.findByText("Klarna couldn't be asked")).toBeDefined();
    expect(screen.queryByText(nothing)).toBeNull();
    doors.set("/api/desk", { problem: 404, code: "NOT_FOUND" });
    fireEvent.click(screen.getByRole("button", { name: ask }));
    expect(await screen.findByText(nothing)).toBeDefined();
    expect(screen.queryByText("Klarna couldn't be asked")).toBeNull();
  });
});

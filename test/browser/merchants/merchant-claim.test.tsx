// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { MerchantClaim } from "@/components/merchants/merchant-claim";
import type { Claim } from "@/lib/desk/claim";

import { accountId, renderFresh } from "./desk";

const since = "2026-11-23T11:55:00Z";
const until = "2026-11-23T12:10:00Z";
const mine: Claim = { person_id: "me", by: "Ada", since, until };
const theirs: Claim = { person_id: "them", by: "Grace", since, until };

let standing: Claim | null;
let refuses = false;
const sent: (readonly [method: string, body: unknown])[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-23T12:00:00Z") });
  sent.length = 0;
  refuses = false;
  vi.stubGlobal("fetch", async (_: string, { method, body }: { method: string; body?: string }) => {
    sent.push([method, body && JSON.parse(body)]);
    if (refuses && method === "POST") return Response.json({ status: 409, code: "CLAIMED", message: "Bo says so.", fields: [] }, { status: 409 });
    if (method === "POST") standing = mine;
    if (method === "DELETE") standing = null;
    return Response.json(standing);
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function look(claim: Claim | null, mayClaim = true): void {
  standing = claim;
  renderFresh(<MerchantClaim environment="test" accountId={accountId} claim={claim} readAt={new Date().toISOString()} me="me" mayClaim={mayClaim} />);
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const press = async (name: string) => {
  fireEvent.click(screen.getByRole("button", { name }));
  await pass(0);
};
const renewals = () => sent.filter(([method]) => method === "PUT").length;
const shown = () => document.body.textContent;

describe("who works on a merchant", () => {
  it("is said by oneself, and taken back", async () => {
    look(null);
    await press("I'm working on this");
    expect(sent).toEqual([["POST", { environment: "test" }]]);
    expect(shown()).toContain("You are working on this, started 5 min ago");
    await press("I'm done");
    expect(shown()).not.toContain("working on this,");
  });

  it("goes on without a word for as long as the page is looked at", async () => {
    look(mine);
    await pass(3 * 60_000);
    expect(renewals()).toBe(3);
    const hidden = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    await pass(10 * 60_000);
    expect(renewals()).toBe(3);
    hidden.mockReturnValue("visible");
    fireEvent(document, new Event("visibilitychange"));
    await pass(0);
    expect(renewals()).toBe(4);
    hidden.mockRestore();
  });

  it("isn't renewed where it is a colleague's, who is taken over from by name", async () => {
    look(theirs);
    await pass(2 * 60_000);
    expect(renewals()).toBe(0);
    expect(shown()).toContain("Grace is working on this, started");
    await press("Take over");
    expect(sent.at(-1)).toEqual(["POST", { environment: "test", over: "them" }]);
    expect(screen.getByRole("status").textContent).toBe("You took it over from Grace.");
  });

  it("tells whoever had it that it was taken over, within half a minute", async () => {
    look(mine);
    standing = theirs;
    await pass(25_000);
    expect(screen.getByRole("status").textContent).toBe("Grace took it over from you.");
    expect(screen.getByRole("button", { name: "Take over" })).toBeTruthy();
  });

  it("says why it can't be claimed, and shows who has it now", async () => {
    look(null);
    refuses = true;
    standing = theirs;
    await press("I'm working on this");
    await pass(0);
    expect(screen.getByRole("alert").textContent).toBe("Bo says so.");
    expect(shown()).toContain("Grace is working on this");
  });

  it("is only shown to those who may not claim", () => {
    look(theirs, false);
    expect(shown()).toContain("Grace is working on this");
    expect(screen.queryByRole("button")).toBeNull();
  });
});

// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { useOnboardRows } from "@/components/onboarding/table/use-onboard-rows";
import type { DraftOutcome } from "@/lib/desk/draft";

import { type Answer, Doors } from "../../merchants/desk";
import { madeUpForm } from "../made-up-form";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const onboarding = "/api/klarna/test/accounts.onboard";
const draftDoor = (id: string) => `/api/desk/drafts/${id}`;
const draft = (
  given: {
    readonly version?: number;
    readonly outcome?: DraftOutcome;
    readonly account_id?: string;
    readonly content?: unknown;
    readonly refused?: readonly object[];
  } = {},
): Answer => ({
  json: { version: 1, outcome: null, account_id: null, refused: [], content: madeUpForm(), ...given },
});
const rows = ["d1", "d2", "d3"].map((draftId, index) => ({ line: index + 2, draftId }));
const checks = "/api/desk/checks";
const open = { [checks]: { json: [] }, [draftDoor("d1")]: draft(), [draftDoor("d2")]: draft(), [draftDoor("d3")]: draft() };

function sending(answers: Record<string, Answer | Promise<Answer>>) {
  const doors = new Doors({ ...open, ...answers });
  const wrapper = ({ children }: { readonly children: ReactNode }) => <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>;
  return { doors, ...renderHook(() => useOnboardRows("test"), { wrapper }) };
}
const kinds = (outcomes: ReadonlyMap<number, { readonly kind: string }>) => [...outcomes].map(([line, { kind }]) => [line, kind]);

describe("the drafts of a table", () => {
  it("are sent one after another, each under its own name", async () => {
    const { doors, result } = sending({ [onboarding]: { json: { account_id: "krn:a" } } });
    await act(() => result.current.onboard(rows));
    expect(kinds(result.current.outcomes)).toEqual([
      [2, "onboarded"],
      [3, "onboarded"],
      [4, "onboarded"],
    ]);
    expect(doors.askedFor(onboarding)).toBe(3);
    expect(doors.attempts.filter(Boolean)).toEqual(["d1", "d2", "d3"]);
  });

  it("that somebody saves anew or throws away in the last moment isn't sent: the desk refuses it, and it is looked at again", async () => {
    const { result } = sending({ [onboarding]: { problem: 409, code: "DRAFT_CHANGED" } });
    await act(() => result.current.onboard(rows.slice(0, 1)));
    expect(kinds(result.current.outcomes)).toEqual([[2, "changed"]]);
    let refuse = (_: Answer): void => undefined;
    const refused = new Promise<Answer>((resolve) => {
      refuse = resolve;
    });
    const { doors, result: later } = sending({ [onboarding]: refused });
    const gone = later.current.onboard(rows.slice(1, 2));
    await expect.poll(() => doors.askedFor(onboarding)).toBe(1);
    doors.set(draftDoor("d2"), { problem: 404, code: "NO_SUCH_DRAFT" });
    refuse({ problem: 409, code: "DRAFT_CHANGED" });
    await act(() => gone);
    expect(kinds(later.current.outcomes)).toEqual([[3, "gone"]]);
  });

  it.each([
    ["was changed since", { version: 2 }],
    ["is being sent by somebody else", { outcome: "sent" }],
    ["Klarna has refused before", { outcome: "rejected", refused: [{ path: "account_name", message: "No." }] }],
    ["can't be sent", { content: {} }],
  ] as const)("that %s isn't sent from here", async (_, given) => {
    const { doors, result } = sending({ [draftDoor("d1")]: draft(given), [onboarding]: { json: { account_id: "krn:a" } } });
    await act(() => result.current.onboard(rows.slice(0, 1)));
    expect(kinds(result.current.outcomes)).toEqual([[2, "changed"]]);
    expect(doors.askedFor(onboarding)).toBe(0);
  });

  it("that Klarna refuses are said with why, and the others go on; one that became a merchant meanwhile isn't sent again", async () => {
    const { doors, result } = sending({
      [draftDoor("d2")]: draft({ outcome: "confirmed", account_id: "krn:b" }),
      [onboarding]: { problem: 400, code: "INVALID", message: "Klarna refused it." },
    });
    await act(() => result.current.onboard(rows));
    expect([...result.current.outcomes.values()]).toEqual([
      { kind: "refused", message: "Klarna refused it." },
      { kind: "onboarded", accountId: "krn:b" },
      { kind: "refused", message: "Klarna refused it." },
    ]);
    expect(doors.askedFor(onboarding)).toBe(2);
    expect(result.current.problem).toBeUndefined();
  });

  it("that look odd by now aren't sent, nor those that somebody threw away; the others go on", async () => {
    const { doors, result } = sending({
      [draftDoor("d1")]: { problem: 404, code: "NO_SUCH_DRAFT" },
      [onboarding]: { json: { account_id: "krn:a" } },
    });
    await act(() => result.current.onboard(rows.slice(0, 2)));
    doors.set(checks, { json: [{ path: "account_reference", message: "Another merchant has this reference." }] });
    await act(() => result.current.onboard(rows.slice(2)));
    expect([...result.current.outcomes.values()]).toEqual([
      { kind: "gone" },
      { kind: "onboarded", accountId: "krn:a" },
      { kind: "odd", message: "Another merchant has this reference." },
    ]);
    expect(doors.askedFor(onboarding)).toBe(1);
  });

  it("that a limit kept back are sent when somebody goes on", async () => {
    const { doors, result } = sending({ [onboarding]: { problem: 429, code: "RATE_LIMITED" } });
    await act(() => result.current.onboard(rows.slice(0, 1)));
    doors.set(draftDoor("d1"), draft({ outcome: "rejected" }));
    doors.set(onboarding, { json: { account_id: "krn:a" } });
    await act(() => result.current.onboard(rows.slice(0, 1)));
    expect(kinds(result.current.outcomes)).toEqual([[2, "onboarded"]]);
    expect(doors.attempts.filter(Boolean)).toEqual(["d1", "d1"]);
  });

  it("stop where nobody can say what became of one, and are never called failed for that", async () => {
    const { doors, result } = sending({ [onboarding]: { problem: 504, code: "OUTCOME_UNKNOWN" } });
    await act(() => result.current.onboard(rows));
    expect(kinds(result.current.outcomes)).toEqual([[2, "unclear"]]);
    expect(doors.askedFor(onboarding)).toBe(1);
  });

  it.each([
    ["nobody is signed in any more", { problem: 401, code: "SIGNED_OUT" }],
    ["Klarna wants fewer requests", { problem: 429, code: "RATE_LIMITED" }],
    ["the database is away", { problem: 503, code: "DATABASE_DOWN" }],
  ])("stop where %s: that says nothing about a draft, which stays to be sent", async (_, answer) => {
    const { doors, result } = sending({ [onboarding]: answer });
    await act(() => result.current.onboard(rows));
    expect(result.current.outcomes.size).toBe(0);
    expect(result.current.problem).toMatchObject({ code: answer.code });
    expect(doors.askedFor(onboarding)).toBe(1);
  });

  it("stop after the one that is on its way, when somebody says so or leaves the page", async () => {
    for (const how of ["stop", "leave"] as const) {
      const { doors, result, unmount } = sending({ [onboarding]: { json: { account_id: "krn:a" } } });
      await act(async () => {
        const all = result.current.onboard(rows);
        if (how === "stop") result.current.stop();
        else unmount();
        await all;
      });
      expect(doors.askedFor(onboarding)).toBe(1);
      vi.unstubAllGlobals();
    }
  });
});

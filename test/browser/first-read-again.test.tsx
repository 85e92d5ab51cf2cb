// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { ProofDialog } from "@/components/account/proof-dialog";
import { CredentialSection } from "@/components/credentials/credential-section";
import { CategoryTouches } from "@/components/merchants/products/category-touches";
import { LatelySettled } from "@/components/merchants/products/lately-settled";
import { TagDialog } from "@/components/merchants/tag-dialog";
import { Drafts } from "@/components/onboarding/drafts";
import { RunResults } from "@/components/runs/run-results";
import type { Run, RunResult } from "@/lib/desk/run";
import type { Settled } from "@/lib/desk/settled";

import { haveDialogs } from "./dialogs";
import { type Answer, accountId, Doors, renderFresh } from "./merchants/desk";
import { standAt } from "./navigation";

beforeEach(() => {
  haveDialogs();
  standAt("/test/merchants");
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const here = { environment: "test", accountId } as const;
const settled: Settled = { captures: 0, refunds: 0, chargebacks: 0, last: null, sums: null, loaded_to: null, is_old: false, missing: 0 };
const run: Run = {
  ...{ id: "r1", environment: "test", act: "suspend", given: {}, named: null, by: "Ada", in_name_of: null, state: "done", code: null, rate: null },
  ...{ created_at: "2026-11-01T10:00:00Z", starts_at: "2026-11-01T10:00:00Z", zone: null, finished_at: "2026-11-01T10:05:00Z", cancelled_at: null },
  ...{ total: 1, counts: { waiting: 0, taken: 0, done: 1, unclear: 0, failed: 1, "left-out": 0 } },
};
const result = (name: string): RunResult => ({
  ...{ line: 1, account_id: accountId, name, state: "failed", code: null, said: null, error_id: null, settled_at: null, next_at: null },
});
const away: Answer = { problem: 503, code: "DATABASE_DOWN" };

// Each with the door that it reads, what that answers in the end, and what reads it.
it.each([
  ["drafts", "drafts", [], <Drafts key="drafts" environment="test" />],
  ["tags", "tags", [], <TagDialog key="tags" environment="test" merchants={[]} onClose={() => undefined} />],
  ["ways to confirm", "proof", { password: true, code: false, provider: null }, <ProofDialog key="proof" open onDone={() => undefined} />],
  ["what was settled", "merchants/", settled, <LatelySettled key="settled" {...here} />],
  ["what a category touches", "merchants/", { code: "5411", enablements: [] }, <CategoryTouches key="fit" {...here} productId="p1" code="5411" />],
  [
    "credentials",
    "credentials",
    { environment: "test", credentials: [], strangers: 0, unclear: null, attempt: "a1", problem: null },
    <CredentialSection key="credentials" known={{ environment: "test", credentials: [], strangers: 0, unclear: null }} readAt="2026-11-28T10:00:00Z" />,
  ],
])("who tries again to read %s, which nobody has read yet, is told the fault and keeps the place until there is an answer", async (_, path, json, page) => {
  const door = `/api/desk/${path}`;
  const doors = new Doors({ [door]: away });
  renderFresh(page);
  const again = await screen.findByRole("button", { name: "Try again" });
  const hold = () => {
    let arrive: (answer: Answer) => void = () => undefined;
    doors.set(door, new Promise<Answer>((settle) => (arrive = settle)));
    return (answer: Answer) => arrive(answer);
  };
  const pressed = () => {
    again.focus();
    fireEvent.click(again);
    expect(again.getAttribute("aria-busy")).toBe("true");
  };
  const fail = hold();
  pressed();
  await waitFor(() => expect(doors.askedFor(door)).toBe(2));
  expect(document.activeElement).toBe(again);
  fail(away);
  await waitFor(() => expect(again.getAttribute("aria-busy")).toBeNull());
  expect(document.activeElement).toBe(again);
  const answer = hold();
  pressed();
  answer({ json });
  await waitFor(() => expect(screen.queryByRole("button", { name: "Try again" })).toBeNull());
});

it("whoever tries again what became of some of a run's merchants isn't shown others meanwhile, and keeps the place", async () => {
  const door = "/api/desk/runs/r1/results";
  const doors = new Doors({ [door]: away });
  const others = { results: [result("Alder & Ash")], next: null };
  renderFresh(<RunResults run={run} first={others} readAt={new Date().toISOString()} />);
  fireEvent.click(screen.getByRole("button", { name: /^Failed/ }));
  const again = await screen.findByRole("button", { name: "Try again" });
  expect(screen.queryByText("Alder & Ash")).toBeNull();
  let arrive: (answer: Answer) => void = () => undefined;
  doors.set(door, new Promise<Answer>((settle) => (arrive = settle)));
  const asked = doors.askedFor(door);
  again.focus();
  fireEvent.click(again);
  await waitFor(() => expect(doors.askedFor(door)).toBe(asked + 1));
  expect([document.activeElement === again, again.getAttribute("aria-busy"), screen.queryByText("Alder & Ash")]).toEqual([true, "true", null]);
  arrive({ json: { results: [result("Birch & Co")], next: null } });
  expect(await screen.findByText("Birch & Co")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

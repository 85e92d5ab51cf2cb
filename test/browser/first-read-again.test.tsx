// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { ProofDialog } from "@/components/account/proof-dialog";
import { CredentialSection } from "@/components/credentials/credential-section";
import { ProfilesView } from "@/components/distribution-profiles/profiles-view";
import { MerchantFrame } from "@/components/merchants/merchant-frame";
import { CategoryTouches } from "@/components/merchants/products/category-touches";
import { LatelySettled } from "@/components/merchants/products/lately-settled";
import { TagDialog } from "@/components/merchants/tag-dialog";
import { Drafts } from "@/components/onboarding/drafts";
import { RunResults } from "@/components/runs/run-results";
import { ApiLines } from "@/components/settlements/api-lines";
import type { Run, RunResult } from "@/lib/desk/run";
import type { Settled } from "@/lib/desk/settled";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import { pricePlans } from "@/lib/klarna/operations/price-plans";

import { haveDialogs } from "./dialogs";
import { type Answer, accountId, Doors, merchant, merchantDoor, quiet, renderFresh } from "./merchants/desk";
import { standAt } from "./navigation";
import { madeSettlement, within } from "./settlements/made-settlement";

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
const profileCalls = {
  profiles: callOf(distributionProfiles.list, {}),
  pricePlans: callOf(pricePlans.list, {}),
  programPlans: callOf(paymentProgramPlans.list, {}),
};
const stranger = {
  ...{ known: undefined, timeline: { pinned: [], entries: [], next: null }, claim: null, me: "me", readAt: "2026-11-28T10:00:00Z", edit: null },
  ...{ access: { write: false, people: false, bank: false, reveal: false }, sections: [], mayOnboard: false, mayTag: false },
} as const;
const ofMerchant = `desk/merchants/${encodeURIComponent(accountId)}`;
const away: Answer = { problem: 503, code: "DATABASE_DOWN" };

/** What else is read beside what fails. */
const others: Readonly<Record<string, Answer>> = {
  ...quiet,
  [merchantDoor]: { json: merchant() },
  "/api/klarna/test/distributionProfiles.list": { json: [] },
  "/api/klarna/test/pricePlans.list": { json: [] },
  "/api/klarna/test/paymentProgramPlans.list": { json: { payment_program_plans: [] } },
};

// Each with the door that it reads, what that answers in the end, and what reads it.
it.each([
  ["drafts", "desk/drafts", [], <Drafts key="drafts" environment="test" />],
  ["tags", "desk/tags", [], <TagDialog key="tags" environment="test" merchants={[]} onClose={() => undefined} />],
  ["ways to confirm", "desk/proof", { password: true, code: false, provider: null }, <ProofDialog key="proof" open onDone={() => undefined} />],
  ["what was settled", `${ofMerchant}/`, settled, <LatelySettled key="settled" {...here} />],
  ["what a category touches", `${ofMerchant}/`, { code: "5411", enablements: [] }, <CategoryTouches key="fit" {...here} productId="p1" code="5411" />],
  [
    "credentials",
    "desk/credentials",
    { environment: "test", credentials: [], strangers: 0, unclear: null, attempt: "a1", problem: null },
    <CredentialSection key="credentials" known={{ environment: "test", credentials: [], strangers: 0, unclear: null }} readAt="2026-11-28T10:00:00Z" />,
  ],
  ["profiles", "klarna/test/distributionProfiles.list", [], <ProfilesView key="profiles" environment="test" used={[]} calls={profileCalls} />],
  ["what profiles carry", "klarna/test/pricePlans.list", [], <ProfilesView key="prices" environment="test" used={[]} calls={profileCalls} />],
  ["Klarna's list of transactions", "klarna/test/settlements.transactions", { transactions: [] }, within(madeSettlement(undefined), <ApiLines key="lines" />)],
  [
    "a merchant that the desk doesn't know",
    `${ofMerchant}/file`,
    { account: { account_id: accountId }, stamps: {}, read_at: "2026-11-28T10:00:00Z" },
    <MerchantFrame key="stranger" {...here} {...stranger}>
      {null}
    </MerchantFrame>,
  ],
])("who tries again to read %s, which nobody has read yet, is told the fault and keeps the place until there is an answer", async (_, path, json, page) => {
  const door = `/api/${path}`;
  const doors = new Doors({ ...others, [door]: away });
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
  expect([document.activeElement === again, again.textContent]).toEqual([true, "Try again"]);
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

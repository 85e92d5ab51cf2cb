// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, renderHook, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";

import { useDraft } from "@/components/onboarding/use-draft";
import { Wizard, type WizardProps } from "@/components/onboarding/wizard";
import type { Draft } from "@/lib/desk/draft";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";

import { type Answer, Doors, renderFresh } from "../merchants/desk";
import { openableDialogs } from "../merchants/file/at-file";
import { router, standAt } from "../navigation";
import { draftOf } from "./draft-desk";
import { madeUpForm } from "./made-up-form";

beforeAll(() => {
  openableDialogs();
  vi.stubGlobal("scrollTo", scrollTo);
  standAt("/test/merchants/new/d-1", { environment: "test" });
});
afterEach(cleanup);

const door = "/api/desk/drafts/";
const scrollTo = vi.fn();
const asLoaded = draftOf({ version: 1, content: {} });

it("shows what was saved since its page was made, as after going back to it, before anything is typed", async () => {
  begin({ ...asLoaded, version: 12, content: { account_name: "Nordlys" } });
  expect(await screen.findByDisplayValue("Nordlys")).toBe(screen.getByRole("textbox", { name: "Name" }));
});

it("keeps what was typed and saved while a reading that was asked for before was on its way", async () => {
  let arrive: (answer: Answer) => void = () => undefined;
  const doors = begin(
    new Promise<Answer>((resolve) => {
      arrive = resolve;
    }),
  );
  await waitFor(() => expect(doors.askedFor(door)).toBe(1));
  doors.set(door, { json: { version: 2, updated_at: "2026-11-28T12:34:56Z" } });
  fireEvent.change(screen.getByRole("textbox", { name: "Name" }), { target: { value: "Nordlys" } });
  await waitFor(() => expect(doors.askedFor(door)).toBe(2));
  await waitFor(() => expect(document.querySelector('time[datetime="2026-11-28T12:34:56Z"]')).toBeTruthy());
  arrive({ json: { ...asLoaded, updated_by: "Grace", outcome: "rejected" } });
  expect(await screen.findByText("Klarna refused this when it was last sent"), "the reading has arrived").toBeTruthy();
  expect(screen.getByDisplayValue("Nordlys")).toBe(screen.getByRole("textbox", { name: "Name" }));
});

it("of a merchant that was made since its page was goes on to the merchant", async () => {
  begin({ ...asLoaded, outcome: "confirmed", account_id: "krn:account:1", content: null });
  await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/test/merchants/krn%3Aaccount%3A1"));
});

it("sends no older version than the one that a colleague has saved since, and shows theirs", async () => {
  const content = madeUpForm();
  const theirs = { ...content, account_name: "Nordlys Two" };
  const doors = begin({ ...asLoaded, version: 5, content }, "review");
  await screen.findByText(content.account_name, { selector: "h1" });
  doors.set(door, { json: { ...asLoaded, version: 6, content: theirs, updated_by: "Grace" } });
  fireEvent.click(await screen.findByRole("button", { name: `Onboard ${content.account_name}` }));
  expect(await screen.findByText(/^Grace saved this draft meanwhile, in another window, so nothing was sent/)).toBeDefined();
  expect(doors.askedFor("/api/klarna/test/accounts.onboard")).toBe(0);
  fireEvent.click(await screen.findByRole("button", { name: "Onboard Nordlys Two" }));
  await waitFor(() => expect(doors.bodies).toContainEqual(expect.objectContaining({ account_name: "Nordlys Two" })));
});

it.each([
  ["a colleague threw away", { problem: 404, code: "NO_SUCH_DRAFT" }, "Save as a new draft"],
  ["somebody signed out has typed in", { problem: 401, code: "SIGNED_OUT" }, "I have signed in: go on"],
] as const)("keeps the way on where a draft that %s is to be sent", async (_, answer, wayOn) => {
  const content = madeUpForm();
  const doors = begin({ ...asLoaded, version: 5, content }, "review");
  await screen.findByRole("button", { name: `Onboard ${content.account_name}` });
  doors.set(door, answer);
  fireEvent.click(screen.getByRole("button", { name: /^Merchant/ }));
  fireEvent.change(await screen.findByRole("textbox", { name: "Name" }), { target: { value: "Nordlys Two" } });
  await screen.findByRole("button", { name: wayOn });
  fireEvent.click(screen.getByRole("button", { name: /^Review/ }));
  scrollTo.mockClear();
  fireEvent.click(await screen.findByRole("button", { name: "Onboard Nordlys Two" }));
  // Once all is over, the page shows its top.
  await waitFor(() => expect(scrollTo.mock.lastCall).toEqual([{ top: 0 }]));
  expect(screen.getByRole("button", { name: wayOn })).toBeDefined();
});

it.each([
  ["that is a list without entries", "extra_account_data.beneficiary_information.stakeholders", "People"],
  ["that no step asks for", "channel.collections.0.nickname", "Brand and websites"],
])("opens the step of a refused field %s at its heading", async (_, path, step) => {
  begin({ ...asLoaded, outcome: "rejected", refused: [{ path, message: "is missing" }] });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { level: 2, name: step })));
});

it("waits for a refused field whose step is still loading", async () => {
  const path = "account_owner.email";
  begin({ ...asLoaded, outcome: "rejected", refused: [{ path, message: "is missing" }] });
  await waitFor(() => expect(document.activeElement?.getAttribute("name")).toBe(path));
});

it("is told that a draft is gone, where it is asked what came of it", async () => {
  const doors = new Doors({ [door]: { json: asLoaded } });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { readonly children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useDraft(asLoaded), { wrapper });
  await waitFor(() => expect(doors.askedFor(door)).toBe(1));
  doors.set(door, { problem: 404, code: "NO_SUCH_DRAFT" });
  await act(() => result.current.findOut());
  await waitFor(() => expect(result.current.isLocked).toBe(false));
});

/** A page that was made when the draft was begun, at a desk that has this of it now. */
function begin(now: Draft | Promise<Answer>, step: WizardProps["step"] = "merchant"): Doors {
  const doors = new Doors({
    [door]: now instanceof Promise ? now : { json: now },
    "/api/desk/checks": { json: [] },
    "/api/klarna/test/distribution_profiles": { json: [] },
  });
  renderFresh(<Wizard draft={asLoaded} step={step} profiles={callOf(distributionProfiles.list, {})} faults={[]} />);
  return doors;
}

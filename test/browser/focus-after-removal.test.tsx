// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { MerchantAttention } from "@/components/attention/merchant-attention";
import { ActivityView } from "@/components/merchants/activity/activity-view";
import { FilterChips } from "@/components/merchants/list/filter-chips";
import { MerchantContext, type MerchantHere } from "@/components/merchants/merchant-context";
import { ChosenList } from "@/components/merchants/programs/chosen-list";
import { Drafts } from "@/components/onboarding/drafts";
import { ColleagueView } from "@/components/team/colleague-view";
import { OwnSessions } from "@/components/team/own-sessions";
import { everything } from "@/lib/desk/directory";

import { haveDialogs } from "./dialogs";
import { accountId, Doors, merchant, merchantDoor, renderFresh } from "./merchants/desk";
import { standAt } from "./navigation";
import { draftOf } from "./onboarding/draft-desk";
import { person } from "./team/person";

beforeEach(() => {
  haveDialogs();
  Object.assign(HTMLElement.prototype, { showPopover: () => undefined, hidePopover: () => undefined });
  standAt("/test/merchants");
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("goes to the next draft, once one was thrown away", async () => {
  const [one, other] = ["One", "Other"].map((title) => draftOf({ id: title, title }));
  const doors = new Doors({ "/api/desk/drafts": { json: [one, other] } });
  renderFresh(<Drafts environment="test" />);
  press(await screen.findByRole("button", { name: "Throw away One" }));
  doors.set("/api/desk/drafts", { json: [other] });
  press(within(screen.getByRole("dialog")).getByRole("button", { name: /^Throw away/ }));
  await waitFor(() => expect(focused()).toBe("Other"));
});

it("goes to the next thing that needs attention on a merchant's page, once one is done", async () => {
  const item = (id: string) =>
    ({ id, environment: "test", reason: `Reason ${id}.`, advice: "Do this.", person: { id: "me", name: "Me", disabled: false } }) as never;
  new Doors({ "/api/desk/attention/act": { json: { changed: 1 } }, "/api/desk/attention": { json: { items: [item("b")], next: null } } });
  renderFresh(<MerchantAttention environment="test" accountId={accountId} me="me" first={{ items: [item("a"), item("b")], next: null }} />);
  press(screen.getAllByRole("button", { name: "Done" })[0]);
  await waitFor(() => expect(screen.getAllByRole("button")).toHaveLength(1));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Done" })));
});

it("goes to the next note, once one was deleted, and to writing one after the last", async () => {
  const note = (id: string) => ({
    kind: "note",
    id,
    at: "2026-11-20T10:00:00Z",
    by: "Me",
    person_id: "me",
    body: id,
    ticket: null,
    pinned_at: null,
    edited_at: null,
    mentions: [],
  });
  const page = (...ids: readonly string[]) => ({ pinned: [], entries: ids.map(note), next: null }) as never;
  const doors = new Doors({ [`${merchantDoor}/notes`]: { json: {} }, [`${merchantDoor}/timeline`]: { json: page("b") } });
  renderFresh(
    <MerchantContext value={{ merchant: merchant(), me: "me" } as MerchantHere}>
      <ActivityView
        first={{ asked: {}, page: page("a", "b"), readAt: new Date().toISOString() }}
        kinds={[]}
        people={[]}
        rights={{ me: "me", mayWrite: true, mayDelete: true }}
      />
    </MerchantContext>,
  );
  const deleteFirst = async () => {
    press(screen.getAllByRole("button", { name: "Delete" })[0]);
    press(await screen.findByRole("button", { name: "Delete note" }));
  };
  await deleteFirst();
  await waitFor(() => expect(focused()).toBe("Pin on top"));
  doors.set(`${merchantDoor}/timeline`, { json: page() });
  await deleteFirst();
  await waitFor(() => expect(focused()).toBe("Write a note"));
});

it("goes to the next filter, once one was taken away", async () => {
  function Chips() {
    const [asked, setAsked] = useState({ ...everything, filters: { country: ["SE", "NO", "FI"] } });
    return <FilterChips asked={asked} onAsk={(next) => setAsked(next as typeof asked)} names={{}} />;
  }
  renderFresh(<Chips />);
  press(screen.getAllByRole("button", { name: /^Remove/ })[1]);
  await waitFor(() => expect(screen.getAllByRole("button", { name: /^Remove/ })).toHaveLength(2));
  expect(document.activeElement).toBe(screen.getAllByRole("button", { name: /^Remove/ })[1]);
});

it("stays in the field that takes one country after another; goes to the next once one was taken out, and to the field after the last", async () => {
  function Countries() {
    const [values, setValues] = useState<readonly string[]>([]);
    const options = [
      { value: "SE", label: "Sweden" },
      { value: "NO", label: "Norway" },
    ];
    return <ChosenList label="Countries" none="None." values={values} name={(value) => value} options={options} onChange={setValues} />;
  }
  renderFresh(<Countries />);
  const field = screen.getByRole<HTMLInputElement>("combobox");
  field.focus();
  for (const text of ["swe", "nor"]) {
    fireEvent.change(field, { target: { value: text } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect([document.activeElement, field.value]).toEqual([field, ""]);
  }
  press(screen.getByRole("button", { name: "Take SE out" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Take NO out" }));
  press(screen.getByRole("button", { name: "Take NO out" }));
  expect(document.activeElement).toBe(field);
});

const session = (id: string, here = false) =>
  ({ id, device: id, method: "password", created_at: "2026-11-20T10:00:00Z", seen_at: "2026-11-20T10:00:00Z", here }) as const;

it("goes to the next of one's sessions, once one was ended, and to one's own once all others were", async () => {
  const [here, one, other] = [session("here", true), session("one"), session("other")];
  const doors = new Doors({ "/api/desk/sessions": { json: [here, other] } });
  renderFresh(<OwnSessions first={[here, one, other]} provider={undefined} />);
  press(screen.getByRole("button", { name: "End the session of one" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "End the session of other" })));
  doors.set("/api/desk/sessions", { json: [here] });
  press(screen.getByRole("button", { name: "End all other sessions" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "End the session of here" })));
});

it("goes to the next of a colleague's sessions, once one was ended, and stays on the page after the last", async () => {
  const [one, other] = [session("one"), session("other")];
  const doors = new Doors({ "/api/desk/team/p1": { json: { person, sessions: [other] } } });
  renderFresh(
    <main id="content" tabIndex={-1}>
      <ColleagueView first={{ person, sessions: [one, other] }} oneself={false} provider={undefined} passwords providerGivesRoles={false} />
    </main>,
  );
  press(screen.getByRole("button", { name: "End the session of one" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "End the session of other" })));
  doors.set("/api/desk/team/p1", { json: { person, sessions: [] } });
  press(screen.getByRole("button", { name: "Sign out everywhere" }));
  press(within(screen.getByRole("dialog")).getByRole("button", { name: /^Sign/ }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("main")));
});

/** As by the keyboard: what is pressed has the focus. */
function press(button: HTMLElement | undefined): void {
  button?.focus();
  fireEvent.click(button as HTMLElement);
}

function focused(): string | null | undefined {
  return document.activeElement === document.body ? undefined : document.activeElement?.textContent;
}

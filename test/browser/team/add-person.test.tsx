// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { TeamList } from "@/components/team/team-list";
import type { Colleague } from "@/lib/desk/team";

import { haveDialogs } from "../dialogs";
import { type Answer, Doors, renderFresh } from "../merchants/desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const nils: Colleague = {
  ...{ id: "p-nils", email: "nils@desk.example", name: "Nils Holm", role: "support", created_at: "2026-11-26T06:00:00Z", disabled_at: null, seen_at: null },
  ...{ has_password: false, has_identity: false, has_second_factor: false, link_until: "2026-11-28T06:00:00Z" },
};

/** Adds Nils, and the desk answers like this; his page is there whenever the list is read. */
async function add(answer: Answer | Promise<Answer>, people: readonly Colleague[]): Promise<HTMLElement> {
  const doors = new Doors({ "/api/desk/team": { json: people } });
  const get = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, sent: RequestInit) => {
    if (sent.method !== "POST") return get(path, sent);
    doors.set("/api/desk/team?never", answer);
    return get("/api/desk/team?never");
  });
  renderFresh(<TeamList first={[]} readAt={new Date().toISOString()} provider={undefined} passwords />);
  fireEvent.click(screen.getByRole("button", { name: "Add a person" }));
  const form = await screen.findByRole("dialog");
  fireEvent.change(within(form).getByLabelText("Name"), { target: { value: "Nils Holm" } });
  fireEvent.change(within(form).getByLabelText("E-mail"), { target: { value: " Nils@Desk.example" } });
  fireEvent.click(within(form).getByRole("button", { name: "Add person" }));
  return form;
}

describe("a person who was added while the answer was lost", () => {
  it("is found, and their page with a new link is led to: nobody is told that they weren't added", async () => {
    const form = await add("away", [nils]);
    expect(await within(form).findByText("Nils Holm is among the people, with this address")).toBeTruthy();
    expect(within(form).getByText(/saw no one-time link.* make a new link on their page/)).toBeTruthy();
    expect(within(form).getByRole("link", { name: "Open their page" }).getAttribute("href")).toBe("/settings/team/p-nils");
    expect(screen.queryByText("The person wasn't added")).toBeNull();
  });

  it("is led to as well when somebody adds them again", async () => {
    const taken = { problem: 400, code: "INVALID", fields: [{ path: "email", message: "Somebody has this address already" }] };
    const form = await add(taken, [nils]);
    expect(await within(form).findByText("Somebody has this address already")).toBeTruthy();
    expect(within(form).queryByRole("link", { name: "Open their page" })).toBeTruthy();
  });
});

it("nobody knows whether a person was added where the answer was lost and the list doesn't show them", async () => {
  const form = await add("away", []);
  expect(await within(form).findByText("Not known yet whether the person was added")).toBeTruthy();
  expect(within(form).queryByRole("link")).toBeNull();
});

it("the one-time link that is being made isn't lost by a press of Escape: it asks, and is shown when it comes", async () => {
  let arrive: (answer: Answer) => void = () => undefined;
  const form = await add(new Promise<Answer>((resolve) => (arrive = resolve)), [nils]);
  for (const slip of [
    () => fireEvent(form, new Event("cancel", { cancelable: true })),
    () => fireEvent.click(within(form).getByRole("button", { name: "Cancel" })),
  ]) {
    slip();
    const asked = screen.getByRole("dialog", { name: "Leave without the link?" });
    expect(within(asked).getByText(/is being made/)).toBeTruthy();
    fireEvent.click(within(asked).getByRole("button", { name: "Back to the link" }));
  }
  arrive({ json: { link: "https://desk.example/set-password#made-up" } });
  expect(await within(form).findByText("https://desk.example/set-password#made-up")).toBeTruthy();
  expect(screen.queryByRole("dialog", { name: "Leave without the link?" })).toBeNull();
});

it("the one-time link of a person who was added isn't left by a press of Escape: it asks first", async () => {
  const form = await add({ json: { link: "https://desk.example/set-password#made-up" } }, [nils]);
  expect(await within(form).findByText("https://desk.example/set-password#made-up")).toBeTruthy();
  fireEvent(form, new Event("cancel", { cancelable: true }));
  const asked = screen.getByRole("dialog", { name: "Leave without the link?" });
  fireEvent.click(within(asked).getByRole("button", { name: "Back to the link" }));
  expect(within(form).getByText("https://desk.example/set-password#made-up")).toBeTruthy();
  fireEvent.click(within(form).getByRole("button", { name: "Done" }));
  expect(screen.queryByText("https://desk.example/set-password#made-up")).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
});

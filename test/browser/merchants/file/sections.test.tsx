// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { ActivityView } from "@/components/merchants/activity/activity-view";
import { BankPage } from "@/components/merchants/file/bank-page";
import { BusinessPage } from "@/components/merchants/file/business-page";
import { ChannelPage } from "@/components/merchants/file/channel-page";
import { PeoplePage } from "@/components/merchants/file/people-page";
import { hidden } from "@/lib/klarna/sensitive";

import { type Answer, merchant, merchantDoor } from "../desk";
import { fileDoor, openSection, read } from "./at-file";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const account = {
  extra_account_data: {
    business_information: { business_name: "Blomster i Göteborg AB", business_entity_type: "PARTNERSHIP" },
    beneficiary_information: { stakeholders: [{ stakeholder_id: "krn:p:1", given_name: "Åsa", family_name: "von Öhman", roles: ["OWNER"] }] },
    settlement_information: {
      settlement_enabled: true,
      bank_accounts: [{ bank_account_id: "krn:b:1", account_holder: "Blomster", bic: "NDEASESSXXX", iban: "SE•• •••• 7466" }],
    },
  },
  channel: { websites: [{ website_id: "krn:w:1", website_name: "Blomster", urls: ["https://blomster.example"] }], collections: [] },
};
const sections = [
  ["Business", <BusinessPage key="business" />, "Blomster i Göteborg AB"],
  ["People", <PeoplePage key="people" />, "Åsa von Öhman"],
  ["Bank accounts", <BankPage key="bank" />, "SE•• •••• 7466"],
  ["Websites and brands", <ChannelPage key="channel" pictures={false} />, "blomster.example"],
] as const;

describe.each(sections)("the section %s", (_, section, fact) => {
  it("has its place while Klarna is asked, and then what there is", async () => {
    openSection(section, { answers: { [fileDoor]: read(account) } });
    expect(screen.getAllByRole("status", { name: "Loading" }).length).toBeGreaterThan(0);
    expect(await screen.findAllByText(fact)).not.toHaveLength(0);
    expect(screen.queryByRole("status", { name: "Loading" })).toBeNull();
  });

  it.each<[string, Answer, RegExp]>([
    ["can't be reached", { problem: 503, code: "KLARNA_UNREACHABLE" }, /Klarna can't be reached. Try again with the button above/],
    [
      "doesn't accept the desk's key",
      { problem: 502, code: "KLARNA_REFUSED_KEY", message: "Klarna doesn't accept this desk's API key." },
      /doesn't accept this desk's API key/,
    ],
    ["lets nobody ask", { problem: 403, code: "NOT_ALLOWED", message: "Only admin may do this." }, /Not read: .*Only admin may do this\.$/],
    ["is asked by somebody who is signed out", { problem: 401, code: "SIGNED_OUT" }, /You are signed out. Sign in with the button above/],
  ])("says so where Klarna %s, and calls nothing empty", async (_what, answer, words) => {
    openSection(section, { answers: { [fileDoor]: answer } });
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
    expect(screen.queryByText(/^Klarna knows (no|nobody)/)).toBeNull();
    expect(screen.queryByText(fact)).toBeNull();
  });

  it("says of an account that is gone that there is nothing to show, and nothing of asking again", async () => {
    const known = merchant({ missing_since: "2026-11-23T11:00:00Z" });
    openSection(section, { known, answers: { [fileDoor]: { problem: 404, code: "RESOURCE_NOT_FOUND" } } });
    expect((await screen.findAllByText(/^Klarna doesn't know this account any more/)).length).toBeGreaterThan(0);
    expect(screen.getByText(/^Not at Klarna since/)).toBeTruthy();
    expect(screen.queryByText(/Try again with the button above/)).toBeNull();
  });

  it("keeps what it shows when Klarna goes away, and says from when it is", async () => {
    const doors = openSection(section, { answers: { [fileDoor]: read(account) } });
    await screen.findAllByText(fact);
    doors.set(fileDoor, { problem: 503, code: "KLARNA_UNREACHABLE" });
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    expect(await screen.findByText("Klarna can't be reached.")).toBeTruthy();
    expect(screen.getByText(/This is what the desk saw/)).toBeTruthy();
    expect(screen.getAllByText(fact)).not.toHaveLength(0);
  });
});

describe("while managing is paused", () => {
  const paused = "Klarna takes no change of this merchant now";
  const updating = merchant({ state: "PARTIALLY_OPERATIONAL", state_reason: "ACCOUNT_UPDATE" });

  it.each(sections)("the section %s says so, and why, before somebody types", async (_, section, fact) => {
    openSection(section, { known: updating, answers: { [fileDoor]: read(account) } });
    await screen.findAllByText(fact);
    expect(screen.getByText(paused)).toBeTruthy();
    expect(screen.getByText(/^Klarna is taking in a change of the account/)).toBeTruthy();
  });

  it("nothing of that is said to whoever may change nothing, nor of a merchant that is operational", async () => {
    openSection(<BusinessPage />, { known: updating, answers: { [fileDoor]: read(account) }, write: false });
    openSection(<PeoplePage />, { answers: { [fileDoor]: read(account) } });
    await screen.findAllByText("Åsa von Öhman");
    expect(screen.queryByText(paused)).toBeNull();
  });
});

describe("what a role may not see", () => {
  it("is no row of dots without a word: who may see the owner is said", async () => {
    openSection(<BusinessPage />, {
      answers: { [fileDoor]: read({ account_owner: { given_name: hidden, family_name: hidden, email: hidden, phone: null } }) },
    });
    expect(await screen.findAllByText(/^Not shown to your role: .*operations.* can see it$/)).toHaveLength(3);
    expect(screen.queryByText(hidden)).toBeNull();
  });
});

describe("what Klarna knows nothing of", () => {
  it.each([
    ["people", <PeoplePage key="people" />, "Klarna knows nobody behind this merchant."],
    ["bank accounts", <BankPage key="bank" />, "Klarna knows no bank account of this merchant."],
    ["websites", <ChannelPage key="channel" pictures={false} />, "Klarna knows no website of this merchant."],
    ["brands", <ChannelPage key="channel" pictures={false} />, "Klarna knows no brand of this merchant."],
  ])("is said to be none: %s", async (_, section, words) => {
    openSection(section, { answers: { [fileDoor]: read({}) } });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it("reads “Not given”, field by field, of a business", async () => {
    openSection(<BusinessPage />, { answers: { [fileDoor]: read({}) } });
    const business = await screen.findByRole("group", { name: "Business" });
    expect(within(business).getAllByText("Not given").length).toBeGreaterThan(5);
  });
});

describe("the activity of a merchant", () => {
  const page = { pinned: [], entries: [], next: null };
  const door = `${merchantDoor}/timeline`;
  const view = (asked: Readonly<Record<string, string>>) => (
    <ActivityView
      first={{ asked, page, readAt: new Date().toISOString() }}
      kinds={["note", "operation"]}
      people={[]}
      rights={{ me: "me", mayWrite: false, mayDelete: false }}
    />
  );

  it("says that nothing has happened, where nothing has", () => {
    openSection(view({}));
    expect(screen.getByText("Nothing has happened yet")).toBeTruthy();
  });

  it("has its place while it is read, and says so when it can't be", async () => {
    // The server answered another question, so this one is asked.
    openSection(view({ kind: "note" }), { answers: { [door]: { problem: 503, code: "DATABASE_DOWN", message: "The desk's database can't be reached." } } });
    expect(screen.getByRole("status", { name: "Loading" })).toBeTruthy();
    expect(await screen.findByText("The activity couldn't be read")).toBeTruthy();
    expect(screen.queryByText("Nothing has happened yet")).toBeNull();
    expect(screen.getAllByRole("button", { name: "Try again" }).length).toBeGreaterThan(0);
  });

  it("keeps what it shows when the desk goes away", async () => {
    const doors = openSection(view({}));
    doors.set(door, "away");
    for (const button of screen.getAllByRole("button", { name: "Refresh" })) fireEvent.click(button);
    expect((await screen.findAllByText("The desk can't be reached.")).length).toBeGreaterThan(0);
    expect(screen.getByText("Nothing has happened yet")).toBeTruthy();
  });
});

// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";

import { BusinessPage } from "@/components/merchants/file/business-page";
import { PeoplePage } from "@/components/merchants/file/people-page";
import { KlarnaHelp } from "@/components/operation/klarna-help";
import type { Edit } from "@/lib/desk/file";

import { merchant } from "../desk";
import { begun, begunOne, editDoor, fileDoor, freshPages, openSection, partsDoor, read } from "./at-file";

freshPages();

const was = { business_name: "Blomster AB", operating_address: { city: "Göteborg", building_of_tomorrow: "B7" } };
const account = read({ extra_account_data: { business_information: was } });
const edit = (standing: Edit["standing"] = {}) => begun("businessInformation", was, { business_name: "Blomster Nord AB" }, standing);
const signUp = begun("accountInformation", {}, { account_created_from_ip: "192.0.2.7" });

describe("what is sent of a merchant", () => {
  it("says where it is sent that it can't be saved, and why: pressing Send isn't answered by nothing", async () => {
    const doors = openSection(<BusinessPage />, { edit: edit(), answers: { [fileDoor]: account } });
    const name = await screen.findByRole("textbox", { name: /^Registered name/ });
    doors.set(editDoor, { problem: 401, code: "SIGNED_OUT" });
    fireEvent.change(name, { target: { value: "Blomster Syd AB" } });
    const dialog = await review();
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    expect(await within(dialog).findByText(/^You are signed out/)).toBeTruthy();
    expect(within(dialog).getByRole("link", { name: "Sign in in a new tab" })).toBeTruthy();
    expect(doors.askedFor(partsDoor)).toBe(0);
  });

  it("is held after a reload while its outcome is unknown: shown as it was sent, with no form", async () => {
    openSection(<BusinessPage />, { edit: edit({ businessInformation: "unknown" }), answers: { [fileDoor]: account } });
    expect(await screen.findByText(/Klarna hasn't said yet whether it is done/)).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(await screen.findByText("One change sent, not confirmed yet")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Give up" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "See how it stands" }));
    expect(await within(await screen.findByRole("dialog")).findByText("Not known yet")).toBeTruthy();
  });

  it("can be changed again once Klarna has refused it", async () => {
    const doors = openSection(<BusinessPage />, { edit: edit({ businessInformation: "unknown" }), answers: { [fileDoor]: account } });
    doors.set(editDoor, { json: edit({ businessInformation: "rejected" }) });
    expect(await screen.findByRole("textbox", { name: /^Registered name/ })).toHaveProperty("value", "Blomster Nord AB");
  });

  it("isn't called not sent where another window has settled it: it is as the desk has it", async () => {
    window.sessionStorage.clear();
    const doors = openSection(<BusinessPage />, { edit: edit({ businessInformation: "unknown" }), answers: { [fileDoor]: account } });
    await screen.findByText(/Klarna hasn't said yet whether it is done/);
    doors.set(editDoor, { json: null });
    await vi.waitFor(() => expect(screen.queryByRole("region", { name: "Not sent yet" })).toBeNull(), { timeout: 15_000 });
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("stays, as another change, where the desk says that what was confirmed was something else", async () => {
    const confirmed = { [fileDoor]: account, [partsDoor]: { json: { is: "sent-before" } } };
    openSection(<BusinessPage />, { edit: edit({ businessInformation: "confirmed" }), answers: confirmed });
    expect(await screen.findByText("One change, not sent yet")).toBeTruthy();
    expect(await screen.findByRole("textbox", { name: /^Registered name/ })).toHaveProperty("value", "Blomster Nord AB");
  });

  it("is gone from here once the desk says that all of it was done", async () => {
    const confirmed = { [fileDoor]: account, [partsDoor]: { json: { is: "done", merged: [] } } };
    const doors = openSection(<BusinessPage />, { edit: edit({ businessInformation: "confirmed" }), answers: confirmed });
    await vi.waitFor(() => expect(screen.queryByRole("region", { name: "Not sent yet" })).toBeNull(), { timeout: 10_000 });
    expect(doors.askedFor(partsDoor)).toBe(1);
  });

  it("comes with what Klarna's support asks for, where nobody knows whether it was done", async () => {
    const unknown = { problem: 504, code: "OUTCOME_UNKNOWN", message: "Whether this was done isn't known yet.", errorId: "8d2c-11" };
    openSection(
      <KlarnaHelp>
        <BusinessPage />
      </KlarnaHelp>,
      { edit: edit(), answers: { [fileDoor]: account, [partsDoor]: unknown } },
    );
    const dialog = await review();
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    expect(await within(dialog).findByText("8d2c-11")).toBeTruthy();
    expect(screen.getByText("One change sent, not confirmed yet")).toBeTruthy();
  });

  it("says which fields that nobody knows Klarna may drop, before an address is sent whole", async () => {
    openSection(<BusinessPage />, { edit: begun("businessInformation", was, { "operating_address.city": "Mölndal" }), answers: { [fileDoor]: account } });
    const dialog = await review();
    expect(await within(dialog).findByText(/^Klarna keeps more here than the desk knows: operating_address.building_of_tomorrow/)).toBeTruthy();
  });

  it("says nothing of them where nothing beside them is changed", async () => {
    openSection(<BusinessPage />, { edit: edit(), answers: { [fileDoor]: account } });
    expect(within(await review()).queryByText(/^Klarna keeps more here/)).toBeNull();
  });
});

describe("what Klarna takes once", () => {
  it("isn't sent before somebody has said that it is right", async () => {
    const doors = openSection(<BusinessPage />, { edit: signUp, answers: { [fileDoor]: read({}), [partsDoor]: { json: { is: "done", merged: [] } } } });
    const dialog = await review();
    const send = within(dialog).getByRole("button", { name: "Send the change" });
    expect(send.getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(send);
    expect(doors.askedFor(partsDoor)).toBe(0);
    fireEvent.click(within(dialog).getByRole("checkbox", { name: /may stand for good/ }));
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    expect(await screen.findByRole("dialog", { name: "Klarna has everything" })).toBeTruthy();
  });

  it("nor is it sent along as another step is tried again", async () => {
    const parts = { ...edit().content.parts, ...signUp.content.parts };
    const refused = { problem: 409, code: "RESOURCE_CONFLICT", message: "Not now." };
    const doors = openSection(<BusinessPage />, {
      edit: { ...signUp, content: { parts, rounds: {} } },
      answers: { [fileDoor]: account, [partsDoor]: refused },
    });
    const dialog = await review();
    const right = within(dialog).getByRole("checkbox", { name: /may stand for good/ });
    fireEvent.click(right);
    fireEvent.click(within(dialog).getByRole("button", { name: "Send 2 changes" }));
    await within(dialog).findByText(/Not now/);
    fireEvent.click(right);
    doors.set(partsDoor, { json: { is: "done", merged: [] } });
    fireEvent.click(within(dialog).getByRole("button", { name: "Try again" }));
    expect(doors.askedFor(partsDoor)).toBe(1);
    fireEvent.click(right);
    fireEvent.click(within(dialog).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("dialog", { name: "Klarna has everything" })).toBeTruthy();
  });

  it("is shown as it stands where somebody was faster", async () => {
    const refused = { problem: 409, code: "ONLY_ONCE", message: "Klarna takes this once, and it stands already. Nothing was sent." };
    const doors = openSection(<BusinessPage />, { edit: signUp, answers: { [fileDoor]: read({}), [partsDoor]: refused } });
    const dialog = await review();
    doors.set(fileDoor, read({ extra_account_data: { account_information: { account_created_from_ip: "198.51.100.4" } } }));
    fireEvent.click(within(dialog).getByRole("checkbox", { name: /may stand for good/ }));
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    const stands = await within(dialog).findByRole("region", { name: "What stands at Klarna" });
    expect(await within(stands).findByText("198.51.100.4")).toBeTruthy();
    fireEvent.click(within(dialog).getByRole("button", { name: "Leave it out" }));
    expect(await screen.findByText("There is nothing to send: everything is as it was.")).toBeTruthy();
  });
});

describe("what Klarna refuses because the account is being set up", () => {
  it("can be tried again: that no value stands is no proof that one does", async () => {
    const refused = { problem: 409, code: "RESOURCE_CONFLICT", message: "The account is being set up. Try again once it is operational.", errorId: "8d2c" };
    const doors = openSection(<BusinessPage />, { edit: signUp, answers: { [fileDoor]: read({}), [partsDoor]: refused } });
    const dialog = await review();
    fireEvent.click(within(dialog).getByRole("checkbox", { name: /may stand for good/ }));
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    expect(await within(dialog).findByText(/The account is being set up/)).toBeTruthy();
    expect(within(dialog).queryByRole("region", { name: "What stands at Klarna" })).toBeNull();
    doors.set(partsDoor, { json: { is: "done", merged: [] } });
    fireEvent.click(within(dialog).getByRole("button", { name: "Try again" }));
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    expect(await screen.findByRole("dialog", { name: "Klarna has everything" })).toBeTruthy();
  });
});

describe("what can't be sent", () => {
  it("is left out when somebody removed it meanwhile", async () => {
    const person = { stakeholder_id: "krn:p:1", given_name: "Åsa", family_name: "王小明", roles: ["OWNER"] };
    const one = begunOne("stakeholders", "krn:p:1", person, { given_name: "Sigrid" });
    const answers = {
      [fileDoor]: read({ extra_account_data: { beneficiary_information: { stakeholders: [person] } } }),
      [partsDoor]: { json: { is: "gone" } },
    };
    openSection(<PeoplePage />, { edit: one, answers });
    const dialog = await review();
    expect(within(dialog).getByText("Change a person: Sigrid 王小明")).toBeTruthy();
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    expect(await within(dialog).findByText(/somebody removed it since you began/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole("button", { name: "Leave it out" }));
    expect(await screen.findByText("There is nothing to send: everything is as it was.")).toBeTruthy();
  });

  it.each([
    [{ state: "PARTIALLY_OPERATIONAL", state_reason: "ACCOUNT_UPDATE" }, /taking in a change of the account/],
    [{ state: "PARTIALLY_OPERATIONAL", state_reason: "INITIAL_SETUP" }, /still setting the account up/],
    [{ state: "DISABLED" }, /Only Klarna can enable it again/],
  ])("waits while managing is paused, and says why: %o", async (state, words) => {
    const doors = openSection(<BusinessPage />, { edit: edit(), known: merchant(state), answers: { [fileDoor]: account } });
    const dialog = await review();
    expect(within(dialog).getAllByText(words).length).toBeGreaterThan(0);
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    expect(doors.askedFor(partsDoor)).toBe(0);
  });
});

async function review(): Promise<HTMLElement> {
  fireEvent.click(await screen.findByRole("button", { name: "Review and send" }));
  return screen.findByRole("dialog");
}

// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { PeoplePage } from "@/components/merchants/file/people-page";
import type { Edit } from "@/lib/desk/file";

import { begunOne, fileDoor, freshPages, openSection, partsDoor, read } from "./at-file";

freshPages();

const [åsa, bo] = ["Åsa", "Bo"].map((given_name) => ({ stakeholder_id: `krn:p:${given_name}`, given_name, family_name: "Öhman", roles: ["OWNER"] }));
const people = (...stakeholders: unknown[]) => read({ extra_account_data: { beneficiary_information: { stakeholders } } });
// What was typed of the one is faulty: nobody could correct it any more.
const ofÅsa = begunOne("stakeholders", "krn:p:Åsa", åsa ?? {}, { given_name: "", family_name: "Typed" });
const both: Edit = {
  ...ofÅsa,
  content: {
    ...ofÅsa.content,
    parts: { ...ofÅsa.content.parts, ...begunOne("stakeholders", "krn:p:Bo", bo ?? {}, { given_name: "Bosse" }).content.parts },
  },
};

it("keeps what was typed of somebody in sight whom Klarna hasn't got any more, until it is left out", async () => {
  const doors = openSection(<PeoplePage />, { edit: ofÅsa, answers: { [fileDoor]: people(åsa, bo) } });
  expect(await screen.findByRole("textbox", { name: /^Family name/ })).toHaveProperty("value", "Typed");
  doors.set(fileDoor, people(bo));
  fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
  expect(await screen.findByText("Removed at Klarna meanwhile")).toBeTruthy();
  const gone = screen.getByRole("group", { name: "Typed" });
  expect(within(gone).getByText("Typed", { selector: "ins" })).toBeTruthy();
  fireEvent.click(within(gone).getByRole("button", { name: "Leave it out" }));
  await expect.poll(() => screen.queryByRole("region", { name: "Not sent yet" })).toBeNull();
  expect(screen.queryByText("Removed at Klarna meanwhile")).toBeNull();
});

it("holds nothing else up: the rest is looked through and sent", async () => {
  const doors = openSection(<PeoplePage />, { edit: both, answers: { [fileDoor]: people(bo), [partsDoor]: { json: { is: "gone" } } } });
  await screen.findByText("Removed at Klarna meanwhile");
  fireEvent.click(await screen.findByRole("button", { name: "Review and send" }));
  const dialog = await screen.findByRole("dialog");
  fireEvent.click(within(dialog).getByRole("button", { name: "Send 2 changes" }));
  fireEvent.click(await within(dialog).findByRole("button", { name: "Leave it out" }));
  doors.set(partsDoor, { json: { is: "done", merged: [] } });
  fireEvent.click(await within(dialog).findByRole("button", { name: "Send the change" }));
  expect(await screen.findByRole("dialog", { name: "Klarna has everything" })).toBeTruthy();
});

it("can be added as somebody new, with what was typed", async () => {
  openSection(<PeoplePage />, { edit: ofÅsa, answers: { [fileDoor]: people(bo) } });
  fireEvent.click(await screen.findByRole("button", { name: "Add as new" }));
  expect(await screen.findByRole("textbox", { name: /^Family name/ })).toHaveProperty("value", "Typed");
  expect(screen.queryByText("Removed at Klarna meanwhile")).toBeNull();
  expect(screen.getByText("One change, not sent yet")).toBeTruthy();
});

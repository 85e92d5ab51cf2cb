// @vitest-environment jsdom
import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { PeoplePage } from "@/components/merchants/file/people-page";

import { begunOne, fileDoor, freshPages, openSection, read } from "./at-file";

freshPages();

const åsa = { stakeholder_id: "krn:p:1", given_name: "Åsa", family_name: "Öhman", roles: ["OWNER"] };
const answers = { [fileDoor]: read({ extra_account_data: { beneficiary_information: { stakeholders: [åsa] } } }) };

it("goes from Edit to the first field of the form, and from leaving it as it was back to Edit", async () => {
  openSection(<PeoplePage />, { answers });
  press(await screen.findByRole("button", { name: "Edit: Åsa Öhman" }));
  const first = await screen.findByRole("textbox", { name: /^Given name/ });
  expect(document.activeElement).toBe(first);
  press(screen.getByRole("button", { name: "Leave it as it was" }));
  expect(document.activeElement).toBe(await screen.findByRole("button", { name: "Edit: Åsa Öhman" }));
});

it("goes from Remove to the button that takes it back, and from there to Edit", async () => {
  openSection(<PeoplePage />, { answers });
  press(await screen.findByRole("button", { name: "Remove: Åsa Öhman" }));
  const back = screen.getByRole("button", { name: "Don't remove it" });
  expect(document.activeElement).toBe(back);
  press(back);
  expect(document.activeElement).toBe(await screen.findByRole("button", { name: "Edit: Åsa Öhman" }));
});

it("stays where it is when a page is opened on which something is being changed already", async () => {
  openSection(<PeoplePage />, { edit: begunOne("stakeholders", "krn:p:1", åsa, { given_name: "Sigrid" }), answers });
  await screen.findByRole("textbox", { name: /^Given name/ });
  expect(document.activeElement).toBe(document.body);
});

function press(button: HTMLElement): void {
  button.focus();
  fireEvent.click(button);
}

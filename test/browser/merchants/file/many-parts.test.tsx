// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { PeoplePage } from "@/components/merchants/file/people-page";

import { begunOne, fileDoor, freshPages, openSection, read } from "./at-file";

freshPages();

const stakeholders = Array.from({ length: 200 }, (_, index) => ({ stakeholder_id: `krn:p:${index}`, given_name: `P${index}`, family_name: "Öhman" }));
const many = read({ extra_account_data: { beneficiary_information: { stakeholders } } });

it("shows of very many people the first, and whoever is being changed however far down", async () => {
  openSection(<PeoplePage />, { edit: begunOne("stakeholders", "krn:p:150", stakeholders[150] ?? {}, { family_name: "Berg" }), answers: { [fileDoor]: many } });
  const changed = await screen.findByRole("group", { name: "P150 Öhman" });
  expect(await within(changed).findByRole("textbox", { name: /^Family name/ })).toHaveProperty("value", "Berg");
  expect(screen.queryByRole("group", { name: "P149 Öhman" })).toBeNull();
  expect(screen.getByRole("button", { name: "Show 100 more of 200" })).toBeTruthy();
});

it("leads from what is to be corrected to its form", async () => {
  openSection(<PeoplePage />, { edit: begunOne("stakeholders", "krn:p:150", stakeholders[150] ?? {}, { given_name: "" }), answers: { [fileDoor]: many } });
  await screen.findByRole("group", { name: "P150 Öhman" });
  fireEvent.click(await screen.findByRole("button", { name: "Review and send" }));
  const link = within(await screen.findByRole("alert")).getByRole("link", { name: "Öhman" });
  const form = document.getElementById(new URL((link as HTMLAnchorElement).href).hash.slice(1));
  expect(form && within(form).getByRole("textbox", { name: /^Family name/ })).toBeTruthy();
});

it("names the masked date of each of two people who are changed at once", async () => {
  const edits = [0, 1].map((index) => begunOne("stakeholders", `krn:p:${index}`, { ...stakeholders[index], date_of_birth: `197${index}-••-••` }, {}));
  const masked = edits.flatMap(({ content }) => Object.entries(content.parts)).map(([key, part]) => [key, { ...part, stamps: { date_of_birth: "s" } }]);
  const edit = { ...begunOne("stakeholders", "krn:p:0", {}, {}), content: { parts: Object.fromEntries(masked), rounds: {} } };
  openSection(<PeoplePage />, { edit, answers: { [fileDoor]: many } });
  for (const index of [0, 1]) {
    const form = await screen.findByRole("group", { name: `P${index} Öhman` });
    expect(await within(form).findByRole("textbox", { name: "Date of birth" })).toHaveProperty("value", `197${index}-••-••`);
  }
});

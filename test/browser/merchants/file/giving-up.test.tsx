// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { BusinessPage } from "@/components/merchants/file/business-page";

import { begun, editDoor, fileDoor, freshPages, openSection, read } from "./at-file";

freshPages();

it("says that a change couldn't be given up, and why, until it is", async () => {
  const was = { business_name: "Nordlys" };
  const edit = begun("businessInformation", was, { business_name: "Nordlys AB" });
  const doors = openSection(<BusinessPage />, { edit, answers: { [fileDoor]: read({ extra_account_data: { business_information: was } }) } });
  await screen.findByText("One change, not sent yet");
  doors.set(editDoor, { problem: 401, code: "SIGNED_OUT" });
  fireEvent.click(screen.getByRole("button", { name: "Give up" }));
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Give up" }));
  expect(await screen.findByText("You are signed out: the desk doesn't know yet that nothing is left to send")).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/your text is kept/);
  expect(screen.getByText("Nothing is left to send, and that isn't saved yet")).toBeTruthy();
  const away = document.body.appendChild(document.createElement("a"));
  away.href = "/test/merchants";
  fireEvent.click(away);
  expect(await screen.findByText(/may go on showing what was sent or given up as not sent/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Stay here" }));
  away.remove();
  doors.set(editDoor, { json: null });
  fireEvent.click(screen.getByRole("button", { name: "I have signed in: go on" }));
  await vi.waitFor(() => expect(screen.queryByRole("region", { name: "Not sent yet" })).toBeNull(), { timeout: 10_000 });
});

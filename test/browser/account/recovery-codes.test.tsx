// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { type FactorTask, SecondFactorDialog } from "@/components/account/second-factor-dialog";

import { haveDialogs } from "../dialogs";
import { Doors, renderFresh } from "../merchants/desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const door = "/api/desk/second-factor";
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const onClose = vi.fn();

/** Does a task until its codes are shown. */
async function codesOf(task: FactorTask): Promise<HTMLElement> {
  const made = { recovery_codes: ["made-up-code"] };
  const doors = new Doors({ [door]: { json: { key: "ABCD", picture: { size: 1, path: "" } } }, [`${door}/recovery-codes`]: { json: made } });
  renderFresh(<SecondFactorDialog task={task} onClose={onClose} />);
  if (task === "set-up") {
    press("Show the key");
    const code = await screen.findByLabelText("The code that your app shows now");
    doors.set(door, { json: made });
    fireEvent.change(code, { target: { value: "123456" } });
    press("Check the code");
  } else press("Make new recovery codes");
  await screen.findByText("made-up-code");
  return screen.getByRole("dialog");
}

it.each(["set-up", "new-codes"] as const)("new recovery codes aren't left by a slip of the hand: %s", async (task) => {
  const shown = await codesOf(task);
  const slips = [() => fireEvent(shown, new Event("cancel", { cancelable: true })), () => fireEvent.mouseDown(shown)];
  for (const slip of slips) {
    slip();
    const asked = screen.getByRole("dialog", { name: "Leave without the codes?" });
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(within(asked).getByRole("button", { name: "Back to the codes" }));
  }
  expect(screen.getByText("made-up-code")).toBeTruthy();
  fireEvent.click(within(shown).getByRole("button", { name: "I have kept them" }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

it("nothing is asked where none are shown yet", () => {
  renderFresh(<SecondFactorDialog task="new-codes" onClose={onClose} />);
  fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

it("whoever leaves them all the same may", async () => {
  fireEvent(await codesOf("new-codes"), new Event("cancel", { cancelable: true }));
  press("Leave the codes");
  expect(onClose).toHaveBeenCalledTimes(1);
});

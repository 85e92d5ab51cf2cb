// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { type FactorTask, SecondFactorDialog } from "@/components/account/second-factor-dialog";

import { haveDialogs } from "../dialogs";
import { type Answer, Doors, renderFresh } from "../merchants/desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const door = "/api/desk/second-factor";
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const onClose = vi.fn();

const made = { json: { recovery_codes: ["made-up-code"] } };

/** Does a task until its codes are asked for, which then come as they are told to. */
async function asked(task: FactorTask, codes: Answer | Promise<Answer>): Promise<void> {
  const doors = new Doors({ [door]: { json: { key: "ABCD", picture: { size: 1, path: "" } } }, [`${door}/recovery-codes`]: codes });
  renderFresh(<SecondFactorDialog task={task} onClose={onClose} />);
  if (task === "set-up") {
    press("Show the key");
    const code = await screen.findByLabelText("The code that your app shows now");
    doors.set(door, codes);
    fireEvent.change(code, { target: { value: "123456" } });
    press("Check the code");
  } else press("Make new recovery codes");
}

/** Does a task until its codes are shown. */
async function codesOf(task: FactorTask): Promise<HTMLElement> {
  await asked(task, made);
  await screen.findByText("made-up-code");
  return screen.getByRole("dialog");
}

/** An answer that comes when it is told to. */
function late() {
  let resolve: (answer: Answer) => void = () => undefined;
  const promise = new Promise<Answer>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}

const slips = [
  (dialog: HTMLElement) => fireEvent(dialog, new Event("cancel", { cancelable: true })),
  (dialog: HTMLElement) => fireEvent.mouseDown(dialog),
  (dialog: HTMLElement) => fireEvent.click(within(dialog).getByRole("button", { name: "Close" })),
];

it.each(["set-up", "new-codes"] as const)("new recovery codes aren't left by a slip of the hand: %s", async (task) => {
  const shown = await codesOf(task);
  for (const slip of slips) {
    slip(shown);
    const asked = screen.getByRole("dialog", { name: "Leave without the codes?" });
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(within(asked).getByRole("button", { name: "Back to the codes" }));
  }
  expect(screen.getByText("made-up-code")).toBeTruthy();
  fireEvent.click(within(shown).getByRole("button", { name: "I have kept them" }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

it.each(["set-up", "new-codes"] as const)("codes that are still being made aren't lost by a slip of the hand: %s", async (task) => {
  const answer = late();
  await asked(task, answer.promise);
  const dialog = screen.getByRole("dialog");
  for (const slip of slips) {
    slip(dialog);
    expect(onClose).not.toHaveBeenCalled();
    const question = screen.getByRole("dialog", { name: "Leave without the codes?" });
    fireEvent.click(within(question).getByRole("button", { name: "Back to the codes" }));
  }
  // They come while it is asked, too.
  slips[0]?.(dialog);
  answer.resolve(made);
  expect(await screen.findByText("made-up-code")).toBeTruthy();
  expect(within(screen.getByRole("dialog", { name: "Leave without the codes?" })).getByText(/can't show them again/)).toBeTruthy();
  press("Back to the codes");
  expect(onClose).not.toHaveBeenCalled();
});

it("where none were made nothing is asked any more", async () => {
  const answer = late();
  await asked("new-codes", answer.promise);
  const dialog = screen.getByRole("dialog");
  slips[0]?.(dialog);
  answer.resolve({ problem: 503, code: "DATABASE_DOWN" });
  expect(await screen.findByText("None were made")).toBeTruthy();
  expect(screen.queryByRole("dialog", { name: "Leave without the codes?" })).toBeNull();
  // Nor at once, when they are made again.
  press("Make new recovery codes");
  expect(screen.queryByRole("dialog", { name: "Leave without the codes?" })).toBeNull();
  await screen.findByText("None were made");
  slips[0]?.(dialog);
  expect(onClose).toHaveBeenCalledTimes(1);
});

it("codes that come once they were left hold nothing", async () => {
  const answer = late();
  new Doors({ [`${door}/recovery-codes`]: answer.promise });
  const dialogOf = (task: FactorTask | undefined) => <SecondFactorDialog task={task} onClose={onClose} />;
  const { rerender } = render(dialogOf("new-codes"));
  press("Make new recovery codes");
  slips[0]?.(screen.getByRole("dialog"));
  press("Leave the codes");
  expect(onClose).toHaveBeenCalledTimes(1);
  rerender(dialogOf(undefined));
  // All that follows from the answer has followed by the time another answer is read.
  await act(async () => {
    answer.resolve(made);
    await fetch(`${door}/recovery-codes`).then((response) => response.json());
  });
  rerender(dialogOf("remove"));
  slips[0]?.(screen.getByRole("dialog"));
  expect(onClose).toHaveBeenCalledTimes(2);
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

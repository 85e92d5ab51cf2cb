// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { Dialog } from "@/components/ui/dialog";

import { haveDialogs } from "./dialogs";

beforeEach(haveDialogs);
afterEach(cleanup);

interface PageProps {
  readonly asks?: boolean;
  /** Whether the dialog is taken away with its question, as most owners do. */
  readonly taken?: boolean;
}

function Page({ asks = true, taken = true }: PageProps) {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(0);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {(open || !taken) && (
        <Dialog open={open} onClose={() => setOpen(false)} title="Enter a key" asks={asks}>
          <input key={sent} aria-label="Key id" />
          <button type="button" onClick={() => setSent(sent + 1)}>
            Send
          </button>
        </Dialog>
      )}
    </>
  );
}

const field = () => screen.getByRole("textbox", { name: "Key id" }) as HTMLInputElement;
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const dialog = () => screen.getByRole("dialog", { name: "Enter a key" });
const question = () => screen.queryByRole("dialog", { name: "Throw away what you typed?" });
const press = (name: string) => {
  const button = screen.getByRole("button", { name });
  button.focus();
  fireEvent.click(button);
};
const isOpen = () => screen.queryByRole("textbox") !== null;
const hasFocus = (name: string) => document.activeElement === screen.getByRole("button", { name });

function open(props: PageProps = {}) {
  const { rerender } = render(<Page {...props} />);
  press("Open");
  return (next: PageProps) => rerender(<Page {...next} />);
}

const slips = [
  ["Escape", () => fireEvent(dialog(), new Event("cancel", { cancelable: true }))],
  ["a press beside it", () => fireEvent.mouseDown(dialog(), { detail: 1 })],
  ["the cross", () => press("Close")],
] as const;

it.each(slips)("what is typed in a dialog isn't thrown away by %s: it asks, and what was typed is still there", (_, slip) => {
  open();
  type("key-1");
  slip();
  expect(question()).toBeTruthy();
  press("Go on typing");
  expect([question(), field().value]).toEqual([null, "key-1"]);
  slip();
  press("Throw it away");
  expect([question(), isOpen()]).toEqual([null, false]);
  press("Open");
  expect([question(), field().value]).toEqual([null, ""]);
});

it.each([true, false])("the keyboard's place goes back to what opened it, once what was typed is thrown away (taken away: %s)", (taken) => {
  open({ taken });
  type("key-1");
  press("Close");
  press("Throw it away");
  expect([isOpen(), hasFocus("Open")]).toEqual([false, true]);
});

it.each(slips)("where nothing was typed, or it is gone again, or was sent, %s closes it at once", (_, slip) => {
  for (const before of [() => undefined, () => type(" "), () => type("key-1") && press("Send")]) {
    cleanup();
    open();
    before();
    slip();
    expect([question(), isOpen()]).toEqual([null, false]);
  }
});

it("a dialog whose owner keeps what is typed closes at once", () => {
  open({ asks: false });
  type("key-1");
  press("Close");
  expect([question(), isOpen()]).toEqual([null, false]);
});

it("it isn't asked any more once there is nothing to lose", () => {
  const show = open();
  type("key-1");
  press("Close");
  expect(question()).toBeTruthy();
  show({ asks: false });
  expect(question()).toBeNull();
  show({ asks: true });
  expect([question(), isOpen()]).toEqual([null, true]);
});

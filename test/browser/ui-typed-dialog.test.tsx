// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { Dialog } from "@/components/ui/dialog";

import { haveDialogs } from "./dialogs";

beforeEach(haveDialogs);
afterEach(cleanup);

function Page({ asks }: { readonly asks: boolean }) {
  const [open, setOpen] = useState(true);
  const [sent, setSent] = useState(0);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Enter a key" asks={asks}>
        <input key={sent} aria-label="Key id" />
        <button type="button" onClick={() => setSent(sent + 1)}>
          Send
        </button>
      </Dialog>
    </>
  );
}

const field = () => screen.getByRole("textbox", { name: "Key id" }) as HTMLInputElement;
const dialog = () => screen.getByRole("dialog", { name: "Enter a key" });
const question = () => screen.queryByRole("dialog", { name: "Throw away what you typed?" });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const isOpen = () => screen.queryByRole("textbox") !== null;
const slips = [
  ["Escape", () => fireEvent(dialog(), new Event("cancel", { cancelable: true }))],
  ["a press beside it", () => fireEvent.mouseDown(dialog(), { detail: 1 })],
  ["the cross", () => press("Close")],
] as const;

it.each(slips)("what is typed in a dialog isn't thrown away by %s: it asks, and what was typed is still there", (_, slip) => {
  render(<Page asks />);
  fireEvent.input(field(), { target: { value: "key-1" } });
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

it.each(slips)("where nothing was typed, or it is gone again, or was sent, %s closes it at once", (_, slip) => {
  const type = (value: string) => fireEvent.input(field(), { target: { value } });
  for (const before of [() => undefined, () => type(" "), () => type("key-1") && press("Send")]) {
    cleanup();
    render(<Page asks />);
    before();
    slip();
    expect([question(), isOpen()]).toEqual([null, false]);
  }
});

it("a dialog whose owner keeps what is typed closes at once", () => {
  render(<Page asks={false} />);
  fireEvent.input(field(), { target: { value: "key-1" } });
  press("Close");
  expect([question(), isOpen()]).toEqual([null, false]);
});

// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { CreateDialog } from "@/components/credentials/create-dialog";
import type { Making } from "@/components/credentials/use-making";

import { haveDialogs } from "../dialogs";
import { type Answer, Doors, renderFresh } from "../merchants/desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const door = "/api/klarna/test/credentials.create";
const pressEscape = () => fireEvent(screen.getAllByRole("dialog").at(-1) ?? document.body, new Event("cancel", { cancelable: true }));
const question = () => screen.queryByRole("dialog", { name: "Leave without the key?" });

// Each makes another: the same that is asked for twice in a row is made once.
let attempts = 0;

/** Has a credential made; it comes when it is told to. */
function making(purpose: Making["purpose"], type?: string) {
  let arrive: (answer: Answer) => void = () => undefined;
  new Doors({ [door]: new Promise<Answer>((resolve) => (arrive = resolve)), "/api/desk/credentials": { json: {} } });
  const onClose = vi.fn();
  attempts += 1;
  renderFresh(<CreateDialog environment="test" making={{ purpose, attempt: `a${attempts}` }} onMade={() => undefined} onClose={onClose} />);
  if (type) fireEvent.change(screen.getByRole("combobox", { name: "Type" }), { target: { value: type } });
  fireEvent.click(screen.getByRole("button", { name: /^Create (the key|credential)$/ }));
  return { onClose, arrive };
}

it("a key that is being made isn't lost by Escape, a press beside it or Cancel: it asks, and the key is shown when it comes", async () => {
  const { onClose, arrive } = making("desk");
  for (const slip of [pressEscape, () => fireEvent.click(screen.getByRole("button", { name: "Cancel" }))]) {
    slip();
    const asked = question();
    if (!asked) throw new Error("Nothing was asked.");
    fireEvent.click(within(asked).getByRole("button", { name: "Back to the key" }));
    expect([question(), onClose.mock.calls.length]).toEqual([null, 0]);
  }
  pressEscape();
  arrive({ json: { credential_id: "c1", api_key: "klarna_test_api_made-up" } });
  expect(await screen.findByText("klarna_test_api_made-up")).toBeTruthy();
  // Not left standing under the key, where nobody could answer it.
  expect([question(), onClose.mock.calls.length]).toEqual([null, 0]);
  pressEscape();
  expect(screen.getByText(/^Klarna shows it once/)).toBeTruthy();
});

it("whoever leaves it knowingly leaves; of a key that wasn't made nothing is asked", async () => {
  const { onClose, arrive } = making("desk");
  pressEscape();
  arrive({ problem: 400, code: "INVALID", message: "Klarna doesn't take this description." });
  expect(await screen.findByText("The credential wasn't created")).toBeTruthy();
  expect(question()).toBeNull();
  pressEscape();
  expect(onClose).toHaveBeenCalledTimes(1);
});

it("also the browser asks before it closes or reloads while a key is being made", () => {
  making("desk");
  expect(window.dispatchEvent(new Event("beforeunload", { cancelable: true }))).toBe(false);
});

it("a credential of which nobody knows whether it was made may be left: the desk keeps what was sent", async () => {
  const { onClose, arrive } = making("desk");
  fireEvent.input(screen.getByRole("textbox", { name: /^Description/ }), { target: { value: "Invoices" } });
  arrive("away");
  expect(await screen.findByText("Whether it was created isn't known")).toBeTruthy();
  pressEscape();
  expect([screen.queryByRole("dialog", { name: "Throw away what you typed?" }), onClose.mock.calls.length]).toEqual([null, 1]);
});

it("a client id is no secret: it can be read at any time, and may be left", () => {
  const { onClose } = making("other", "CLIENT");
  pressEscape();
  expect([question(), onClose.mock.calls.length]).toEqual([null, 1]);
});

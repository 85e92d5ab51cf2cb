// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { NoteForm } from "@/components/merchants/notes/note-form";
import { accountId, Doors, renderFresh } from "./desk";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("a note that was begun is asked about before the page is left, also from another section, until it is thrown away", () => {
  new Doors({ "/api/desk/colleagues": { json: [] } });
  const rights = { me: "me", mayWrite: true, mayDelete: false };
  const form = <NoteForm environment="test" accountId={accountId} rights={rights} onChanged={async () => undefined} onDone={() => undefined} />;
  const { unmount } = renderFresh(form);
  expect(asks()).toBe(false);
  fireEvent.change(screen.getByRole("textbox", { name: "Note" }), { target: { value: "Rang them." } });
  expect(asks()).toBe(true);
  unmount();
  expect(asks()).toBe(true);
  renderFresh(form);
  fireEvent.click(screen.getByRole("button", { name: "Throw away" }));
  expect(asks()).toBe(false);
});

/** Whether the browser would ask, were the page left now. */
function asks(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { ExportItem } from "@/components/books/export-item";
import { ImportItem } from "@/components/imports/import-item";
import { SearchBox } from "@/components/merchants/list/search-box";
import { ReadingItem } from "@/components/payouts/reading-item";
import { RunActions } from "@/components/runs/run-actions";
import type { BookExport } from "@/lib/desk/books/month";

import { haveDialogs } from "./dialogs";
import { type Answer, Doors, renderFresh } from "./merchants/desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("goes to the question whether an export is taken back, which is read with it; back, once it is left; and on, once it was", async () => {
  new Doors({ "/api/desk/books/exports/e1": { json: null }, "/api/desk/books/exports/e1/file": { problem: 410, code: "TAKEN_BACK" } });
  const made: BookExport = { id: "e1", style: "collected", entries: 3, by: "Ada", at: "2026-11-01T10:00:00Z", taken_back_at: null, taken_back_by: null };
  renderFresh(<ExportItem environment="test" made={made} mayTakeBack mayDownload locked={false} />);
  press("Take back…");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Leave it exported", description: /can then be exported again/ }));
  press("Leave it exported");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Take back…" }));
  press("Take back…");
  press("Take the export back");
  await screen.findByText("Taken back");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Download" })));
  // Before the page is read again nothing is asked any more, whatever is pressed.
  press("Download");
  await screen.findByText("There is no file");
  expect(screen.queryByRole("button", { name: "Take back…" })).toBeNull();
});

const counts = { waiting: 1, taken: 0, done: 0, unclear: 0, failed: 0, "left-out": 0 };
const steered = { id: "1", environment: "test", by: "Ada", created_at: "2026-11-01T10:00:00Z", finished_at: null, total: 1, code: null, counts, faults: [] };
const read = { kind: "new", from: "2026-11-01", until: "2026-11-02", listed_until: "2026-11-01", read: 0, failed: 0, faulty: 0 };
const figures = { ...steered, ...read, ...{ payouts: 0, added: 0, changed: 0, lines: 0, calls: 0, left: 0 } };

it.each([
  ["a run", (now: never, onChanged: () => void) => <RunActions run={now} onChanged={onChanged} />],
  ["payouts that are read", (now: never, onChanged: () => void) => <ReadingItem given={now} onChanged={onChanged} />],
  ["a list that is read", (now: never, onChanged: () => void) => <ImportItem given={now} onChanged={onChanged} />],
])("stays where it is when %s is paused, also by a double click, and when it goes on", async (_, drawn) => {
  const doors = new Doors({ "/api/desk/": { json: {} } });
  function Steered() {
    const [state, setState] = useState("running");
    return drawn({ ...figures, state } as never, () => setState(state === "running" ? "paused" : "running"));
  }
  renderFresh(<Steered />);
  const button = screen.getByRole("button", { name: "Pause" });
  press("Pause");
  await screen.findByRole("button", { name: "Go on" });
  fireEvent.click(button, { detail: 2 });
  expect([document.activeElement, doors.asked.length]).toEqual([button, 1]);
  press("Go on");
  await screen.findByRole("button", { name: "Pause" });
  expect([document.activeElement, doors.asked.length]).toEqual([button, 2]);
});

it.each([
  ["a reading of payouts", (now: never, onChanged: () => void) => <ReadingItem given={now} onChanged={onChanged} />],
  ["a list that is read", (now: never, onChanged: () => void) => <ImportItem given={now} onChanged={onChanged} />],
])("goes to the line that says so, once %s is given up, and stays on the button where that is refused", async (_, drawn) => {
  const doors = new Doors({ "/api/desk/": { problem: 403, code: "NOT_ALLOWED" } });
  function GivenUp() {
    const [state, setState] = useState("running");
    return drawn({ ...figures, state } as never, () => doors.bodies.length > 1 && setState("cancelled"));
  }
  renderFresh(<GivenUp />);
  press("Give up");
  await screen.findByText("That wasn't done");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Give up" }));
  doors.set("/api/desk/", { json: {} });
  press("Give up");
  const line = (await screen.findByText("Given up")).closest("li > div");
  await waitFor(() => expect(document.activeElement).toBe(line));
});

const failed = { ...counts, failed: 1 };
const refused = { problem: 409, code: "RUN_OVER" };
it.each([
  ["to the page, once a run is cancelled", "running", { json: {} }, "cancelled", "main"],
  ["to the button that has come in its place, once what failed is tried again", "done", { json: {} }, "running", "Pause"],
  ["to the button that has come in its place, where a run was over before it was cancelled", "running", refused, "done", "Try the one that failed again"],
] as const)("goes %s", async (_, first, answer: Answer, then, place) => {
  new Doors({ "/api/desk/runs/1": answer });
  function Steered() {
    const [state, setState] = useState<string>(first);
    // The page is read again after the answer.
    const onChanged = () => setTimeout(() => setState(then));
    return <RunActions run={{ ...figures, act: "suspend", given: {}, counts: failed, state } as never} onChanged={onChanged} />;
  }
  renderFresh(
    <main id="content" tabIndex={-1}>
      <Steered />
    </main>,
  );
  press(first === "running" ? "Cancel" : "Try the one that failed again");
  const dialog = await screen.findByRole("dialog");
  pressed(within(dialog).getByRole("button", { name: /^(Cancel the run|Try it again)$/ }));
  if (answer === refused) {
    await within(dialog).findByText("That wasn't done");
    await screen.findByRole("button", { name: "Try the one that failed again", hidden: true });
    pressed(within(dialog).getByRole("button", { name: "Let it go on" }));
  }
  await waitFor(() => expect(document.activeElement).toBe(place === "main" ? screen.getByRole("main") : screen.getByRole("button", { name: place })));
});

it("goes to the button that has come in its place, where a run ended behind the question that is left", async () => {
  let end = () => undefined as void;
  function Ending() {
    const [state, setState] = useState("running");
    end = () => setState("done");
    return <RunActions run={{ ...figures, act: "suspend", given: {}, counts: failed, state } as never} onChanged={() => undefined} />;
  }
  renderFresh(<Ending />);
  press("Cancel");
  const dialog = await screen.findByRole("dialog");
  act(end);
  pressed(within(dialog).getByRole("button", { name: "Let it go on" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Try the one that failed again" })));
});

it("goes to the field of the search, once it was cleared", () => {
  function Box() {
    const [text, setText] = useState("nor");
    const input = { current: document.querySelector("input") };
    return <SearchBox environment="test" text={text} onText={setText} busy={text === ""} tooLong={false} input={input} onOpen={vi.fn()} onEnter={vi.fn()} />;
  }
  renderFresh(<Box />);
  press("Clear the search");
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Search merchants" }));
});

/** As by the keyboard: what is pressed has the focus. */
function press(name: string): void {
  pressed(screen.getByRole("button", { name }));
}

function pressed(button: HTMLElement): void {
  button.focus();
  fireEvent.click(button);
}

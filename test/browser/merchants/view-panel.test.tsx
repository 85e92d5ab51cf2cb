// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { ViewPanel } from "@/components/merchants/list/view-panel";
import type { SavedView } from "@/lib/desk/view";

import { Doors, renderFresh } from "./desk";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const countsDoor = "/api/desk/views/counts";
const view: SavedView = {
  ...{ id: "v1", name: "Disabled", search: "state=DISABLED", shared: false, owner: "Ada" },
  ...{ editable: true, own_default: false, team_default: false },
};
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const shown = () => screen.getByRole("link", { name: /^Disabled/ }).textContent;

const other: SavedView = { ...view, id: "v2", name: "In Sweden", search: "country=SE" };
const inPanel = (current: SavedView) => ({ environment: "test", views: [view, other], current, search: current.search, mayKeepTeam: false }) as const;

it("does nothing to another view that was begun for the one before", () => {
  new Doors({ [countsDoor]: { json: {} } });
  const client = new QueryClient();
  const panel = (current: SavedView) => (
    <QueryClientProvider client={client}>
      <ViewPanel {...inPanel(current)} />
    </QueryClientProvider>
  );
  const { rerender } = render(panel(view));
  fireEvent.click(screen.getByRole("button", { name: "Delete …" }));
  expect(screen.getByRole("button", { name: "Delete Disabled" })).toBeTruthy();
  rerender(panel(other));
  expect(screen.queryByRole("button", { name: "Delete In Sweden" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Rename or share" }));
  rerender(panel(view));
  expect(screen.queryByLabelText("Name of the view")).toBeNull();
});

it("deletes a view by a second press, and not by that of a double click", async () => {
  const doors = new Doors({ [countsDoor]: { json: {} }, "/api/desk/views/v1": { json: {} } });
  renderFresh(<ViewPanel {...inPanel(view)} />);
  fireEvent.click(screen.getByRole("button", { name: "Delete …" }));
  const sure = screen.getByRole("button", { name: "Delete Disabled" });
  expect(document.activeElement).toBe(sure);
  // What a held key would go on pressing.
  expect(fireEvent.keyDown(sure, { key: "Enter", repeat: true })).toBe(false);
  expect(fireEvent.keyDown(sure, { key: "Enter" })).toBe(true);
  fireEvent.click(sure, { detail: 2 });
  await pass(10);
  expect(doors.askedFor("/api/desk/views/v1")).toBe(0);
  fireEvent.click(sure, { detail: 1 });
  await pass(10);
  expect(doors.askedFor("/api/desk/views/v1")).toBe(1);
});

it("shows how many merchants a view has now, and counts again while it is looked at", async () => {
  const doors = new Doors({ [countsDoor]: { json: { v1: 1_204 } } });
  renderFresh(<ViewPanel environment="test" views={[view]} current={undefined} search="" mayKeepTeam={false} />);
  await pass(10);
  expect(shown()).toBe("Disabledonly you1,204");
  doors.set(countsDoor, { json: { v1: 1_203 } });
  await pass(29_000);
  expect(shown()).toBe("Disabledonly you1,204");
  await pass(1_100);
  expect(shown()).toBe("Disabledonly you1,203");
  expect(doors.askedFor(countsDoor)).toBe(2);
});

// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
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

// @vitest-environment jsdom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { DraftSaver } from "@/components/operation/draft-saver";
import { useKeptOnLeave } from "@/components/operation/use-kept-on-leave";

import { deskWith, refuse } from "./draft-desk";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Whether the browser asks before the tab is closed. */
function asks(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

it("has the browser ask before what isn't saved is lost, also on the page after, until the desk has it", async () => {
  const desk = deskWith("before");
  const saver = new DraftSaver(desk, () => "typed", desk.summary());
  const { unmount } = renderHook(() => useKeptOnLeave(saver));
  expect(asks()).toBe(false);
  desk.fails = () => refuse(503, "DATABASE_DOWN");
  saver.changed();
  expect(asks()).toBe(true);
  unmount();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asks()).toBe(true);
  desk.fails = undefined;
  await vi.advanceTimersByTimeAsync(30_000);
  expect([desk.content, asks()]).toEqual(["typed", false]);
});

it.each([
  ["it was thrown away", 404, "gone"],
  ["one may not save it any more", 403, "failed"],
])("doesn't ask for what was left knowingly where nothing can save it any more: %s", async (_, status, kind) => {
  const desk = deskWith("before");
  const saver = new DraftSaver(desk, () => "typed", desk.summary());
  const { unmount } = renderHook(() => useKeptOnLeave(saver));
  desk.fails = () => refuse(status, "REFUSED");
  saver.changed();
  await vi.advanceTimersByTimeAsync(700);
  expect([saver.saving().kind, asks()]).toEqual([kind, true]);
  unmount();
  await vi.advanceTimersByTimeAsync(0);
  expect(asks()).toBe(false);
});

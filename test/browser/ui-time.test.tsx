// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";

import { RelativeTime } from "@/components/ui/relative-time";
import { duration, relativeTime, utcTime } from "@/components/ui/time";

const now = Date.parse("2026-11-23T12:00:00Z");

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  document.body.replaceChildren();
});

it.each([
  ["2026-11-23T12:00:30Z", "just now"],
  ["2026-11-23T11:59:01Z", "just now"],
  ["2026-11-23T11:57:00Z", "3 min ago"],
  ["2026-11-23T12:05:00Z", "in 5 min"],
  ["2026-11-23T10:00:00+01:00", "3 h ago"],
  ["2026-11-22T11:00:00Z", "1 day ago"],
  ["2026-11-20T12:00:00Z", "3 days ago"],
  ["2026-01-20T12:00:00Z", "20 Jan 2026"],
])("says of %s: %s", (at, words) => {
  expect(relativeTime(new Date(at), now)).toBe(words);
});

it.each([
  [-5, "less than 0.1 s"],
  [412, "0.4 s"],
  [9_960, "10.0 s"],
  [12_300, "12 s"],
  [59_600, "1 min"],
  [185_000, "3 min 5 s"],
  [3_599_600, "1 h"],
  [7_800_000, "2 h 10 min"],
  [26 * 3_600_000, "1 day"],
  [4 * 86_400_000, "4 days"],
])("says of %i ms: %s", (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

it("writes UTC whatever zone it was given", () => {
  expect(utcTime(new Date("2026-11-23T00:30:00+01:00"))).toBe("2026-11-22 23:30 UTC");
});

it("comes from the server as UTC, wakes without a mismatch, and then keeps its words true", async () => {
  vi.useFakeTimers({ now });
  const complained = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const element = <RelativeTime at="2026-11-23T11:57:00Z" />;
  const root = document.createElement("div");
  root.innerHTML = renderToString(element);
  document.body.append(root);
  expect(root.textContent).toBe("2026-11-23 11:57 UTC");
  const hydrated = await act(async () => hydrateRoot(root, element));
  expect(screen.getByText("3 min ago").closest("time")?.title).toMatch(/23 November 2026.*\n2026-11-23 11:57 UTC/);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(screen.getByText("4 min ago")).toBeTruthy();
  expect(complained).not.toHaveBeenCalled();
  act(() => hydrated.unmount());
  expect(vi.getTimerCount()).toBe(0);
});

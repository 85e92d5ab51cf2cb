// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { send } from "@/lib/query/send";

const headersOfNext = async () => {
  const asked = vi.fn(async (_path: string, _options: RequestInit) => Response.json({}));
  vi.stubGlobal("fetch", asked);
  await send("/api/desk/attention/counts");
  return new Headers(asked.mock.calls[0]?.[1].headers);
};

beforeEach(() => {
  vi.useFakeTimers();
  document.dispatchEvent(new Event("keydown"));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a page says that nobody is at it after ten minutes without a sign of anybody, and no longer once somebody moves", async () => {
  expect((await headersOfNext()).has("x-unattended")).toBe(false);
  vi.advanceTimersByTime(10 * 60_000 - 1);
  expect((await headersOfNext()).has("x-unattended")).toBe(false);
  vi.advanceTimersByTime(1);
  expect((await headersOfNext()).get("x-unattended")).toBe("yes");
  document.dispatchEvent(new Event("pointermove"));
  expect((await headersOfNext()).has("x-unattended")).toBe(false);
});

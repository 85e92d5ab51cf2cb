// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { usePageAnew } from "@/components/operation/use-page-anew";

import { router } from "./navigation";

beforeEach(() => {
  vi.useFakeTimers();
  router.refresh.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Anew() {
  return (
    <button type="button" onClick={usePageAnew()}>
      Anew
    </button>
  );
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

it("has a page made anew only once the desk can make it, and leaves the open one alone until then", async () => {
  const answers = [() => Promise.reject(new TypeError("Failed to fetch")), async () => Response.json({}, { status: 503 }), async () => Response.json({})];
  const asked = vi.fn((_path: string) => answers[asked.mock.calls.length - 1]?.());
  vi.stubGlobal("fetch", asked);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Anew />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Anew" }));
  await pass(0);
  expect(asked).toHaveBeenCalledTimes(1);
  await pass(3_000);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(router.refresh).not.toHaveBeenCalled();
  await pass(3_000);
  expect(asked.mock.calls.map(([path]) => path)).toEqual(Array(3).fill("/api/health"));
  expect(router.refresh).toHaveBeenCalledTimes(1);
});

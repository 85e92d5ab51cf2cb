// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { useActivity } from "@/components/merchants/activity/use-activity";
import { allThatHappened } from "@/lib/desk/timeline";

afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", "/");
  vi.unstubAllGlobals();
});

it("what is asked of a merchant's activity in one go, a day and a kind, is asked of it together", () => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  const client = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  const first = { asked: {}, page: { pinned: [], entries: [], next: null }, readAt: "2026-11-28T10:00:00Z" };
  const { result } = renderHook(() => useActivity("test", "krn:a", first), { wrapper });
  // Leaving the day's field asks, and so does the press that left it, before the page is drawn anew.
  const { ask } = result.current;
  ask({ from: "2026-11-01" });
  ask({ kinds: ["note"] });
  expect(window.location.search).toBe("?kinds=note&from=2026-11-01");
  ask(allThatHappened);
  expect(window.location.search).toBe("");
});

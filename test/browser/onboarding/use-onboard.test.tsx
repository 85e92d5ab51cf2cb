// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";

import type { OnboardingBody } from "@/components/onboarding/check";
import { useOnboard } from "@/components/onboarding/use-onboard";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("an onboarding goes under its draft's name and version, and what it changes is read again", async () => {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => Response.json({ account_id: "krn:a" }));
  vi.stubGlobal("fetch", fetched);
  const client = new QueryClient();
  client.setQueryData(["merchants"], []);
  const wrapper = ({ children }: { readonly children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useOnboard("test", "d1"), { wrapper });
  await act(() => result.current.mutateAsync({ version: 7, body: {} as OnboardingBody }));
  const [path, { headers }] = fetched.mock.calls[0] ?? ["", {}];
  expect([path, headers]).toEqual(["/api/klarna/test/accounts.onboard", { "x-attempt": "d1", "x-draft-version": "7" }]);
  expect(client.getQueryState(["merchants"])?.isInvalidated).toBe(true);
});

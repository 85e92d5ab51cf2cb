// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { formOf, type OnboardingForm } from "@/components/onboarding/form";
import { useSaveAnew } from "@/components/onboarding/use-save-anew";
import type { Draft } from "@/lib/desk/draft";

import { Doors } from "../merchants/desk";

const replace = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ replace }) }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const door = "/api/desk/drafts";
const form = { getValues: () => formOf({ account_name: "Nordlys" }) } as Parameters<typeof useSaveAnew>[0] & { getValues: () => OnboardingForm };

test("What stands in a form whose draft is gone becomes another draft; where it doesn't, that is said", async () => {
  const doors = new Doors({ [door]: { problem: 503, code: "DATABASE_DOWN" } });
  const { result } = renderHook(() => useSaveAnew(form, { environment: "test", title: "" } as Draft));
  await act(() => result.current.saveAnew());
  expect(result.current.problem).toMatchObject({ code: "DATABASE_DOWN" });
  expect(replace).not.toHaveBeenCalled();
  doors.set(door, { json: { id: "d2" } });
  await act(() => result.current.saveAnew());
  expect(result.current.problem).toBeUndefined();
  expect(doors.bodies.at(-1)).toMatchObject({ title: "Nordlys", content: { account_name: "Nordlys" } });
  expect(replace.mock.calls).toEqual([["/test/merchants/new/d2"]]);
});

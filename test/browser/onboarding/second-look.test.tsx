// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { useSending } from "@/components/onboarding/use-sending";
import type { Draft } from "@/lib/desk/draft";
import { ProblemError } from "@/lib/klarna/problem";

const draft = { environment: "test", outcome: null, tries: 0, version: 1 } as Draft;
const lost = new ProblemError({ status: 0, code: "UNREACHABLE", message: "The desk's answer didn't arrive.", unclear: true });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("scrollTo", () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Sends from a page whose answer is lost; each look at the draft finds the next of these. */
async function sentAndLost(...finds: readonly Draft["outcome"][]) {
  return sentFor(lost, finds);
}

async function sentFor(refusal: ProblemError, finds: readonly Draft["outcome"][]) {
  const findOut = vi.fn<() => Promise<Draft>>();
  for (const outcome of finds) findOut.mockResolvedValueOnce({ ...draft, outcome });
  const saver = { flush: async () => true, version: 1 };
  const given = { form: {}, draft, saver, readAgain: async () => draft, findOut, onRefused: () => undefined };
  const { result } = renderHook(() => useSending(given as unknown as Parameters<typeof useSending>[0]));
  const onboard = vi.fn((_version: number) => Promise.reject(refusal));
  await act(async () => void result.current.start(onboard, String));
  return { result, findOut, onboard };
}

test("that nothing came of a sending is said only after a second look: the first may have overtaken it", async () => {
  const { result, findOut } = await sentAndLost(null, "sent");
  expect([findOut.mock.calls.length, result.current.sending, result.current.problem]).toEqual([1, true, undefined]);
  await act(() => vi.runAllTimersAsync());
  expect([findOut.mock.calls.length, result.current.sending]).toEqual([2, false]);
});

test("what came of it is told at once where the first look finds it", async () => {
  const { result, findOut } = await sentAndLost("rejected");
  expect([findOut.mock.calls.length, result.current.sending]).toEqual([1, false]);
});

test("the desk is told which version is sent; where that isn't the draft any more the page reads it again", async () => {
  const changed = new ProblemError({ status: 409, code: "DRAFT_CHANGED", message: "Saved anew." });
  const { result, findOut, onboard } = await sentFor(changed, [null]);
  expect(onboard).toHaveBeenCalledWith(1);
  expect([findOut.mock.calls.length, result.current.problem?.code]).toEqual([1, "DRAFT_CHANGED"]);
});

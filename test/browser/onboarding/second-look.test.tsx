// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

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

async function sentFor(refusal: ProblemError, finds: readonly Draft["outcome"][], readAgain = vi.fn(async () => draft)) {
  const findOut = vi.fn<() => Promise<Draft>>();
  for (const outcome of finds) findOut.mockResolvedValueOnce({ ...draft, outcome });
  const saver = { flush: async () => true, version: 1 };
  const given = { form: {}, draft, saver, readAgain, findOut, onRefused: () => undefined };
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

describe("the desk is told which version is sent, and refuses another", () => {
  const changed = new ProblemError({ status: 409, code: "DRAFT_CHANGED", message: "Saved anew or thrown away." });

  test("the page shows what a colleague has saved, and says so", async () => {
    const readAgain = vi
      .fn(async () => draft)
      .mockResolvedValueOnce(draft)
      .mockResolvedValue({ ...draft, version: 2, updated_by: "Omar" });
    const { result, findOut, onboard } = await sentFor(changed, [], readAgain);
    expect(onboard).toHaveBeenCalledWith(1);
    expect(result.current.problem?.message).toContain("Omar saved this draft meanwhile");
    // Nothing is unsure: it isn't locked until that is found out.
    expect(findOut).not.toHaveBeenCalled();
  });

  test("where it is gone, or can't be read, the desk's own words stand", async () => {
    const readAgain = vi
      .fn(async () => draft)
      .mockResolvedValueOnce(draft)
      .mockRejectedValue(lost);
    const { result, findOut } = await sentFor(changed, [], readAgain);
    expect([result.current.problem?.message, findOut.mock.calls.length]).toEqual(["Saved anew or thrown away.", 0]);
  });
});

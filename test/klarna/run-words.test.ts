import { expect, test } from "vitest";

import { isNumberTyped } from "@/lib/desk/run";
import { progressWords, saidWords } from "@/lib/desk/run-words";

const counts = { waiting: 2_160, taken: 0, done: 0, unclear: 0, failed: 0, "left-out": 0 };

test("what was said of a merchant is never a bare code, nor nothing where it failed", () => {
  const failed = (code: string | null, said: string | null = null) => saidWords({ state: "failed", code, said });
  expect(failed("RESOURCE_CONFLICT", "It is disabled already.")).toBe("It is disabled already.");
  expect(failed("NOT_DONE")).toMatch(/It hasn't: it can be tried again/);
  expect(failed("RESOURCE_CONFLICT")).toMatch(/it was refused \(RESOURCE_CONFLICT\)/);
  expect(failed(null)).toMatch(/it was refused\. /);
  expect(saidWords({ state: "unclear", code: "OUTCOME_UNKNOWN", said: null })).toMatch(/no clear answer/);
  expect(saidWords({ state: "done", code: null, said: null })).toBeNull();
});

test("how long a run still takes is told by Klarna's rate, but not where Klarna isn't asked", () => {
  const run = { state: "running" as const, total: 2_160, counts, rate: 12 };
  expect(progressWords({ act: "suspend", ...run })).toBe("0 of 2,160 so far, about 3 min left at 12 a second at most");
  expect(progressWords({ act: "tag", ...run })).toBe("0 of 2,160 so far");
});

test("the number of merchants is typed above 25, and for fraud from the first on", () => {
  expect([25, 26].map((count) => isNumberTyped({ act: "suspend", reason: "VOLUNTARY" }, count))).toEqual([false, true]);
  expect([0, 1, 26].map((count) => isNumberTyped({ act: "suspend", reason: "FRAUD" }, count))).toEqual([false, true, true]);
  // A reason that was chosen before another act was.
  expect(isNumberTyped({ act: "reactivate", reason: "FRAUD" }, 1)).toBe(false);
});

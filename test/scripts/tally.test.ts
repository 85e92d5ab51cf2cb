import { expect, test, vi } from "vitest";

import { runSuites } from "../../scripts/testing/suites.mjs";
import { countPlaywright, countVitest, judge, lastLine, lineBefore, sum, triedAlone } from "../../scripts/testing/tally.mjs";

test("the last line names what was skipped only if something was", () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  expect(lastLine({ passed: 12, failed: 3, skipped: 1 })).toBe("12 passed, 3 failed, 1 skipped");
});

test("counts are added up over all suites", () => {
  const total = sum([
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  ]);
  expect(total).toEqual({ passed: 11, failed: 22, skipped: 33 });
});

test("stories that failed beside others and pass alone have passed, and the line before the last tells; what fails twice has failed", () => {
  const first = { passed: 140, failed: 3, skipped: 0 };
  const both = triedAlone(first, { passed: 2, failed: 1, skipped: 0 });
  expect(both).toEqual({ passed: 142, failed: 1, skipped: 0, alone: 2 });
  expect(lineBefore(sum([both, { passed: 10, failed: 0, skipped: 0 }]))).toBe("2 of those passed only alone");
  expect(lineBefore(sum([first]))).toBeUndefined();
  expect(triedAlone(first, { passed: 0, failed: 3, skipped: 0 })).toEqual(first);
});

test("the last line is the count and nothing else, also where some passed only alone", async () => {
  const { exitCode } = process;
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await runSuites([["stories", async () => ({ passed: 3, failed: 0, skipped: 1, alone: 2 })]]);
  const lines = log.mock.calls.map(([line]) => line);
  log.mockRestore();
  process.exitCode = exitCode;
  expect(lines.slice(-2)).toEqual(["2 of those passed only alone", "3 passed, 0 failed, 1 skipped"]);
});

test("a second try that isn't of those that failed counts for nothing", () => {
  const first = { passed: 140, failed: 3, skipped: 0 };
  for (const again of [
    { passed: 0, failed: 1, skipped: 0 },
    { passed: 143, failed: 0, skipped: 0 },
    { passed: 2, failed: 0, skipped: 1 },
  ])
    expect(triedAlone(first, again)).toEqual(first);
});

test("counts each of Vitest's tests by its state", () => {
  const states = ["passed", "passed", "failed", "skipped", "pending", "todo"];
  const file = { status: "failed", assertionResults: states.map((status) => ({ status })) };
  expect(countVitest({ testResults: [file] })).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test("a test file that doesn't even load counts as a failure", () => {
  expect(countVitest({ testResults: [{ status: "failed", assertionResults: [] }] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a story that needed a second try has failed, and so has an error outside of stories", () => {
  expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
});

test("a runner that crashes counts as a failure, whatever its report says", () => {
  const good = { passed: 5, failed: 0, skipped: 0 };
  expect(judge(good, 0)).toEqual(good);
  expect(judge(good, 1)).toEqual({ ...good, failed: 1 });
  expect(judge(good, null)).toEqual({ ...good, failed: 1 });
  expect(judge(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(judge({ ...good, failed: 2 }, 1)).toEqual({ ...good, failed: 2 });
});

import { expect, test } from "vitest";

import { countPlaywright, countVitest, judge, lastLine, sum, triedAlone } from "../../scripts/testing/tally.mjs";

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

test("stories that failed beside others and pass alone have passed, and the last line tells; what fails twice has failed", () => {
  const first = { passed: 140, failed: 3, skipped: 0 };
  const both = triedAlone(first, { passed: 2, failed: 1, skipped: 0 });
  expect(both).toEqual({ passed: 142, failed: 1, skipped: 0, alone: 2 });
  expect(lastLine(sum([both, { passed: 10, failed: 0, skipped: 0 }]))).toBe("152 passed, 1 failed, 2 of those passed only alone");
  expect(triedAlone(first, { passed: 0, failed: 3, skipped: 0 })).toEqual(first);
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

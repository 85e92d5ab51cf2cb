/** Nothing counted yet. */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** The sum of several counts. */
export function sum(counts) {
  const all = (what) => counts.reduce((total, count) => total + (count[what] ?? 0), 0);
  const alone = all("alone");
  return { passed: all("passed"), failed: all("failed"), skipped: all("skipped"), ...(alone > 0 && { alone }) };
}

/** The line that ends every test run: `N passed, N failed`, and `, N skipped` if any were. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The line before it, where there is more to say: how many passed only when they were tried again. */
export function lineBefore({ alone = 0 }) {
  return alone > 0 ? `${alone} of those passed only alone` : undefined;
}

/** What those that failed say when they are tried again with nothing beside them. Whatever fails there too has failed. */
export function triedAlone(first, again) {
  if (again.skipped > 0 || again.passed + again.failed !== first.failed) return first;
  return { ...first, passed: first.passed + again.passed, failed: again.failed, ...(again.passed > 0 && { alone: again.passed }) };
}

/** Counts Vitest's JSON report. A file that could not even be loaded has no tests: it counts as one failure. */
export function countVitest({ testResults }) {
  return sum(
    testResults.map(({ status, assertionResults }) => {
      const having = (...states) => assertionResults.filter((test) => states.includes(test.status)).length;
      const failed = having("failed");
      return { passed: having("passed"), failed: status === "failed" && failed === 0 ? 1 : failed, skipped: having("pending", "skipped", "todo", "disabled") };
    }),
  );
}

/** Counts Playwright's JSON report. A test that needed a second try is no pass; errors outside of tests count as failures. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** What a runner's report and exit code say together: one that crashed, left no report or failed without a failing test counts as a failure. */
export function judge(count, exitCode) {
  const known = count ?? nothing;
  return exitCode !== 0 && known.failed === 0 ? { ...known, failed: 1 } : count === undefined ? { ...nothing, failed: 1 } : known;
}

import { lastLine, lineBefore, nothing, sum } from "./tally.mjs";

/** Runs suites one after another, whatever becomes of each; ends with the count over all of them and, on a failure, exit code 1. */
export async function runSuites(suites) {
  const counts = [];
  for (const [name, suite] of suites) {
    console.log(`\n── ${name}`);
    counts.push([name, await countOf(suite)]);
  }
  console.log(`\n${counts.map(([name, count]) => `${name.padEnd(10)} ${lastLine(count)}`).join("\n")}\n`);
  const all = sum(counts.map(([, count]) => count));
  const before = lineBefore(all);
  if (before) console.log(before);
  console.log(lastLine(all));
  process.exitCode = all.failed > 0 || all.passed === 0 ? 1 : 0;
}

/** A suite that can't even start has failed. */
async function countOf(suite) {
  try {
    return await suite();
  } catch (error) {
    console.error(error.message);
    return { ...nothing, failed: 1 };
  }
}

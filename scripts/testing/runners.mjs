import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { countPlaywright, countVitest, judge, triedAlone } from "./tally.mjs";

/** Runs one of Vitest's suites, which may be several of its projects (`unit`, `unit-pages` …), and answers their count. */
export function runVitest(project, name, env) {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", `${name}*`, "--reporter=default", "--reporter=json"];
  return withReport((report) => run(project, [...args, `--outputFile.json=${report}`], env), countVitest);
}

/** Runs the stories (or those with a tag) in a real browser against the production build, and answers their count. A few that fail are tried once more, alone. */
export async function runPlaywright(project, env, tag) {
  const only = tag ? ["--grep", tag] : [];
  const first = await playwright(project, env, only);
  if (first.failed === 0 || first.failed > mostAlone) return first;
  console.log(`\n── once more and alone: the ${first.failed} that failed`);
  return triedAlone(first, await playwright(project, { ...env, STORIES_TRACED: "yes" }, [...only, "--last-failed", "--workers=1"]));
}

/** More than so many aren't in each other's way: something is broken. */
const mostAlone = 5;

function playwright(project, env, more) {
  const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...more];
  return withReport((report) => run(project, args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }), countPlaywright);
}

async function withReport(runner, count) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "partner-desk-report-"));
  const report = path.join(folder, "report.json");
  try {
    const exitCode = await runner(report);
    return judge(readReport(report, count), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(project, args, env) {
  const child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) => child.once("close", resolve));
}

function readReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

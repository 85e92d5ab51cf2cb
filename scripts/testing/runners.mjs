import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { countPlaywright, countVitest, judge } from "./tally.mjs";

// Time-outs find what hangs; a busy machine with two cores is only slow.
const patience = ["--testTimeout=30000", "--hookTimeout=60000"];

/** Runs one of Vitest's projects and answers its count. */
export function runVitest(project, name, env) {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", name, ...patience, "--reporter=default", "--reporter=json"];
  return withReport((report) => run(project, [...args, `--outputFile.json=${report}`], env), countVitest);
}

/** Runs the stories (or those with a tag) in a real browser against the production build, and answers their count. */
export function runPlaywright(project, env, tag) {
  const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...(tag ? ["--grep", tag] : [])];
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

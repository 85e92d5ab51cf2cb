import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./process/npm.mjs";
import { runPlaywright, runVitest } from "./testing/runners.mjs";
import { runSuites } from "./testing/suites.mjs";
import { sum } from "./testing/tally.mjs";

const project = path.resolve(import.meta.dirname, "..");
// In the order in which they find most for the least time.
const vitest = (name) => () => runVitest(project, name);
const suites = { verify, unit: vitest("unit"), emulator: vitest("emulator"), database: vitest("database"), stories, foundation: vitest("foundation") };

const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
const wanted = only?.split(",") ?? Object.keys(suites);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) throw new Error(`There is no suite ${unknown.join(", ")}. There are ${Object.keys(suites).join(", ")}.`);

ensureInstalled(project);
await runSuites(Object.entries(suites).filter(([name]) => wanted.includes(name)));

async function verify() {
  return (await import("./verify.mjs")).verify(project);
}

async function stories() {
  const { ensureChromium } = await import("./testing/chromium.mjs");
  const { checkBuild } = await import("./testing/sealed-build.mjs");
  const { checkSeen } = await import("./testing/seen-pages.mjs");
  const folder = mkdtempSync(path.join(os.tmpdir(), "partner-desk-seen-"));
  const env = { CHROMIUM_PATH: ensureChromium(), PAGES_SEEN_FILE: path.join(folder, "pages") };
  try {
    return sum([await checkBuild(project), await runPlaywright(project, env), checkSeen(project, env.PAGES_SEEN_FILE)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

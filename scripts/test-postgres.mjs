import path from "node:path";
import { ensureInstalled } from "./process/npm.mjs";
import { runPlaywright, runVitest } from "./testing/runners.mjs";
import { runSuites } from "./testing/suites.mjs";

const project = path.resolve(import.meta.dirname, "..");

ensureInstalled(project);
const { ensureChromium } = await import("./testing/chromium.mjs");
const { ensureBuilt } = await import("./desk/build.mjs");
const { startOldestServer } = await import("./postgres/oldest.mjs");

// What users bring is older than what we embed: the same suites, on the oldest PostgreSQL that the desk promises to work with.
const server = await startOldestServer();
console.log(`On ${server.version}`);
const TEST_DATABASE_URL = server.url;
try {
  await runSuites([
    ["database", () => runVitest(project, "database", { TEST_DATABASE_URL })],
    ["story", story],
  ]);
} finally {
  server.stop();
}

async function story() {
  const CHROMIUM_PATH = ensureChromium();
  await ensureBuilt(project);
  return runPlaywright(project, { CHROMIUM_PATH, TEST_DATABASE_URL }, "@postgres");
}

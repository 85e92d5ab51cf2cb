import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "@playwright/test";

import { findChromium } from "./scripts/testing/chromium.mjs";

const executablePath = findChromium();
// Pages live for seconds: to optimise their code costs more than it brings.
const brief = "--js-flags=--no-opt,--no-maglev";
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Stories with a desk of their own mostly wait, for Klarna to be away or for leases to end; those that share one keep the processor busy. */
const stories = path.join(import.meta.dirname, "e2e");
const alone = readdirSync(stories).filter((name) => name.endsWith(".spec.ts") && /test\.use\(\{ alone: /.test(readFileSync(path.join(stories, name), "utf8")));

export default defineConfig({
  testDir: "e2e",
  // Side by side, so that the waiting of some is the others' time.
  projects: [
    { name: "alone", testMatch: alone, workers: 2 },
    { name: "together", testMatch: "**/*.spec.ts", testIgnore: alone },
  ],
  // Starts database, emulator and desk once; workers find them in their environment.
  globalSetup: "./scripts/testing/stage.mjs",
  forbidOnly: true,
  retries: 0,
  // Twice as many as there are cores: half of them wait.
  workers: 4,
  // Time-outs find what hangs; a busy machine with two cores is only slow.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env.DESK_URL ?? "http://localhost",
    locale: "en-GB",
    timezoneId: "Europe/Stockholm",
    // What moves is drawn again and again, by a processor that has better things to do.
    contextOptions: { reducedMotion: "reduce" },
    // A trace is dear, and of use only where a story has failed: when it is tried again. No pictures in it: what a page held is in its snapshots.
    trace: { mode: process.env.STORIES_TRACED ? "retain-on-failure" : "off", screenshots: false },
    launchOptions: { args: ["--no-sandbox", brief, ...quiet], ...(executablePath && { executablePath }) },
  },
});

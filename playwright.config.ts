import { defineConfig } from "@playwright/test";

import { findChromium } from "./scripts/testing/chromium.mjs";

const executablePath = findChromium();
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // Starts database, emulator and desk once; workers find them in their environment.
  globalSetup: "./scripts/testing/stage.mjs",
  forbidOnly: true,
  retries: 0,
  // Stories also wait for time to pass: one more than there are cores.
  workers: 3,
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
    launchOptions: { args: ["--no-sandbox", ...quiet], ...(executablePath && { executablePath }) },
  },
});

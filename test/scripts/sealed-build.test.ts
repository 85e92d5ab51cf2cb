import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { leaksIn } from "../../scripts/testing/sealed-build.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sealed-"));
  mkdirSync(path.join(folder, "chunks"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  "process.env.KLARNA_TEST_API_KEY",
  '"klarna_live_api_a1b2"',
  "DESK_DATA_KEY",
  "DESK_SIGN_IN_SECRET",
  "DESK_OIDC_CLIENT_SECRET",
  "KLARNA_LIVE_WEBHOOK_KEYS",
  "KLARNA_LIVE_MTLS_KEY_FILE",
  "DATABASE_URL",
])("finds %s in what browsers download", (leak) => {
  const file = path.join(folder, "chunks/main.js");
  writeFileSync(file, `const a=1;f(${leak});`);
  expect(leaksIn(folder)).toEqual([file]);
});

test("finds nothing in ordinary scripts", () => {
  writeFileSync(path.join(folder, "chunks/main.js"), 'const environments=["test","live"];fetch("/api/klarna/test/accounts.get")');
  expect(leaksIn(folder)).toEqual([]);
});

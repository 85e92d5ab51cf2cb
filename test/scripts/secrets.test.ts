import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { localSecrets } from "../../scripts/desk/secrets.mjs";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "secrets-"));
  file = path.join(folder, "data/secrets.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("secrets are made once and stay", () => {
  const made = localSecrets(file);
  expect(made.signInSecret.length).toBeGreaterThanOrEqual(32);
  expect(made.dataKey).toMatch(/^k1:[A-Za-z0-9+/]{43}=$/);
  expect(localSecrets(file)).toEqual(made);
});

test.skipIf(process.platform === "win32")("nobody but the owner may read them, also when somebody opened the file up", () => {
  localSecrets(file);
  expect(modeOf(file)).toBe(0o600);
  chmodSync(file, 0o644);
  localSecrets(file);
  expect(modeOf(file)).toBe(0o600);
});

test("two desks have different secrets", () => {
  const other = localSecrets(path.join(folder, "other/secrets.json"));
  expect(Object.values(localSecrets(file)).filter((secret) => Object.values(other).includes(secret))).toEqual([]);
});

test("a spoilt file is never replaced: what it encrypted would be lost", () => {
  localSecrets(file);
  writeFileSync(file, "{");
  expect(() => localSecrets(file)).toThrow("cannot be read");
});

function modeOf(name: string): number {
  return statSync(name).mode & 0o777;
}

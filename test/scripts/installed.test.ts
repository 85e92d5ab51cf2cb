import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { isInstalled } from "../../scripts/process/npm.mjs";

const zod = { version: "4.0.0", integrity: "sha512-a" };
const windows = { version: "1.0.0", integrity: "sha512-b", optional: true };
let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), "installed-"));
  mkdirSync(path.join(project, "node_modules"));
  write("package-lock.json", { "": { name: "desk" }, "node_modules/zod": zod, "node_modules/windows": windows });
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

test("what the lock names is there, but for other platforms' programs", () => {
  write("node_modules/.package-lock.json", { "node_modules/zod": zod });
  expect(isInstalled(project)).toBe(true);
});

test.each([
  ["a package is missing", {}],
  ["a version differs", { "node_modules/zod": { ...zod, version: "4.0.1" } }],
  ["a content differs", { "node_modules/zod": { ...zod, integrity: "sha512-c" } }],
  ["a package is left over", { "node_modules/zod": zod, "node_modules/left-pad": zod }],
])("installs again when %s", (_, packages) => {
  write("node_modules/.package-lock.json", packages);
  expect(isInstalled(project)).toBe(false);
});

test("installs when nothing was installed, or not to the end", () => {
  expect(isInstalled(project)).toBe(false);
});

function write(file: string, packages: object): void {
  writeFileSync(path.join(project, file), JSON.stringify({ packages }));
}

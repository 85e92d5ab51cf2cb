import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import Module from "node:module";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { builtDesk } from "../../scripts/desk/services.mjs";

const project = path.resolve(import.meta.dirname, "../..");
let folder: string;
let kept: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "partner-desk-code-"));
  kept = path.join(folder, "code-cache");
  program("part.js", 'module.exports = "one";');
  program("server.js", 'console.log(require("./part.js"), require.main === module, require.resolve("./part.js") in require.cache);');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (name: string, source: string) => writeFileSync(path.join(folder, name), source);

/** What the program says when it is run as the built desk is. */
function run(): string {
  const { stdout, stderr } = spawnSync(process.execPath, builtDesk(project, path.join(folder, "server.js")), { cwd: folder, encoding: "utf8" });
  return (stdout + stderr).trim();
}

test("a program does the same with what was kept of it", () => {
  for (let time = 0; time < 3; time++) expect(run()).toBe("one true true");
});

test("a part that changed is never run as it was, though it is as long", () => {
  run();
  program("part.js", 'module.exports = "two";');
  expect(run()).toBe("two true true");
});

test("what imports modules, or is required as one, runs too", () => {
  program("module.mjs", 'export const said = "a module"; export default import.meta.url.endsWith("module.mjs");');
  program("server.js", 'import("./module.mjs").then(({ said }) => console.log(said)); console.log(require("./module.mjs").default);');
  for (let time = 0; time < 2; time++) expect(run()).toMatch(/^true[\s\S]*a module/);
});

// From 22.1 on Node.js does all of this itself.
describe.skipIf("enableCompileCache" in Module)("what is kept", () => {
  test("is there after the first run, and isn't written again when the next has all it needs", () => {
    run();
    utimesSync(kept, 1, 1);
    run();
    expect(statSync(kept).mtimeMs).toBe(1_000);
  });

  test("is made anew when it is damaged, and a program runs meanwhile", () => {
    run();
    const whole = readFileSync(kept);
    const oneByteOff = Buffer.from(whole);
    oneByteOff.writeUInt8(oneByteOff.readUInt8(whole.length >> 1) ^ 1, whole.length >> 1);
    for (const damage of [Buffer.alloc(0), Buffer.from("no cache"), whole.subarray(0, whole.length >> 1), oneByteOff]) {
      writeFileSync(kept, damage);
      expect(run()).toBe("one true true");
      expect(readFileSync(kept)).not.toEqual(damage);
      expect(readFileSync(kept).length).toBeGreaterThan(whole.length / 2);
    }
  });

  test("isn't needed: where nothing can be written a program runs, and leaves nothing behind", () => {
    mkdirSync(path.join(kept, "in-the-way"), { recursive: true });
    expect(run()).toBe("one true true");
    expect(readdirSync(folder).sort()).toEqual(["code-cache", "part.js", "server.js"]);
  });
});

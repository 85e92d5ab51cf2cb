import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { someoneAnswers } from "../../scripts/process/free-port.mjs";
import { startService } from "../../scripts/process/service.mjs";

const module = path.resolve(import.meta.dirname, "../../scripts/process/service.mjs");
const listens = "require('node:net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port); })";
let folder: string;
let log: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "service-"));
  log = path.join(folder, "logs/service.log");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a service that ends by itself is reported by name, with its last words", async () => {
  const service = start("console.error('no more disk'); process.exitCode = 3");
  await expect(service.failed).rejects.toThrow(/The helper ended \(exit 3\)\.\n.*no more disk/);
});

test("a service's last words are those of this start, and what earlier ones of the day wrote stays before them", async () => {
  for (const words of ["one", "two"]) {
    const service = start(`console.log('${words}')`);
    await expect(service.failed).rejects.toThrow(new RegExp(`\\n${words}$`));
  }
  expect(readFileSync(log, "utf8")).toBe("one\ntwo\n");
});

test("a service that is stopped is gone, and that is no failure to wait for", async () => {
  const service = start(listens);
  const port = await firstNumberIn(log);
  expect(await someoneAnswers(port)).toBe(true);
  await service.stop();
  expect(await someoneAnswers(port)).toBe(false);
});

test.skipIf(process.platform === "win32")(
  "a service ends when whoever started it is killed",
  async () => {
    const options = JSON.stringify({ name: "The helper", args: ["-e", listens], cwd: folder, log });
    const parent = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `import { startService } from ${JSON.stringify(module)}; startService(${options}); setInterval(() => {}, 1000);`,
    ]);
    const port = await firstNumberIn(log);
    expect(await someoneAnswers(port)).toBe(true);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    await vi.waitFor(async () => expect(await someoneAnswers(port)).toBe(false), { timeout: 10_000 });
  },
  30_000,
);

function start(program: string) {
  return startService({ name: "The helper", args: ["-e", program], env: process.env, cwd: folder, log });
}

function firstNumberIn(file: string): Promise<number> {
  return vi.waitFor(() => Number(/\d+/.exec(readFileSync(file, "utf8"))?.[0] ?? expect.fail("nothing written yet")), { timeout: 10_000 });
}

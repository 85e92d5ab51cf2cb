import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, expect, test, vi } from "vitest";

import { databaseFolder, keepDatabase, startDatabase } from "../../../scripts/database.mjs";

const project = path.resolve(import.meta.dirname, "../../..");
const home = mkdtempSync(path.join(os.tmpdir(), "embedded-"));

// A first start writes some 40 MB.
vi.setConfig({ testTimeout: 60_000 });

afterAll(() => {
  for (const folder of [databaseFolder(home), home]) rmSync(folder, { recursive: true, force: true });
});

test("a server that outlived whoever started it is taken over, and what was written is there", async () => {
  const first = await startDatabase(project, { home });
  expect(first.found).toBe(false);
  await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");

  const second = await startDatabase(project, { home });
  expect(second).toMatchObject({ url: first.url, found: true });
  second.stop();
  await expect(ask(first.url, "SELECT 1")).rejects.toThrow();
});

test("after a server was killed the next one starts, with what was committed", async () => {
  const first = await startDatabase(project, { home });
  kill();

  const second = await startDatabase(project, { home });
  expect(second.found).toBe(false);
  expect(second.url).not.toBe(first.url);
  expect(await ask(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  second.stop();
});

test("a server that is looked after comes back by itself, at the same address and with what was committed", async () => {
  const first = await startDatabase(project, { home });
  const keeping = keepDatabase(project, { url: first.url, home, every: 100 });
  kill();
  await expect.poll(() => ask(first.url, "SELECT answer FROM kept").catch(() => "away"), { timeout: 30_000 }).toEqual([{ answer: 42 }]);
  keeping.stop();
  first.stop();
});

function kill(): void {
  process.kill(Number(readFileSync(path.join(databaseFolder(home), "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
}

async function ask(url: string, text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

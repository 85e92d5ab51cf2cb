import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";

import { databaseFolder, keepDatabase, startDatabase } from "../../../scripts/database.mjs";
import { isClusterRunning, startCluster } from "../../../scripts/postgres/cluster.mjs";
import { embeddedEngine } from "../../../scripts/postgres/engine.mjs";
import { reachableHome, serverOwner } from "../../../scripts/postgres/owner.mjs";

const project = path.resolve(import.meta.dirname, "../../..");
const home = mkdtempSync(path.join(os.tmpdir(), "embedded-"));

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

test("on Windows, where little is known of a lock, one that a server left keeps none from starting, also when its number is another program's by now", async () => {
  (await startDatabase(project, { home })).stop();
  const owner = serverOwner();
  const cluster = { owner, port: undefined, data: databaseFolder(home), bin: embeddedEngine(reachableHome(path.join(project, ".data"), owner)) };
  const gone = spawnSync(process.execPath, ["--version"]).pid;
  const other = spawn(process.execPath, ["--eval", "setInterval(() => undefined, 1000)"]);
  const { platform } = process;
  Object.defineProperty(process, "platform", { value: "win32" });
  try {
    for (const [pid, held] of [
      [gone, false],
      [other.pid, true],
    ] as const) {
      writeFileSync(path.join(cluster.data, "postmaster.pid"), `${pid}\n${cluster.data}\n1\n1\n\n127.0.0.1\n`);
      expect(isClusterRunning(cluster)).toBe(held);
      const next = await startCluster(cluster);
      expect(next.found).toBe(false);
      expect(await ask(next.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
      next.stop();
    }
  } finally {
    Object.defineProperty(process, "platform", { value: platform });
    other.kill();
  }
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

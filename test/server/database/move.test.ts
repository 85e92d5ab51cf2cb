import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";

import { moveTo } from "../../../scripts/backup/move.mjs";
import { restoreEmbedded } from "../../../scripts/backup/restore.mjs";
import { writeBackup } from "../../../scripts/backup/write.mjs";
import { databaseFolder, removeDatabase, startDatabase } from "../../../scripts/database.mjs";
import { refuseMoved } from "../../../scripts/desk/moved.mjs";
import { claimHome } from "../../../scripts/desk/one-at-a-time.mjs";
import { migrate } from "../../../scripts/migrate.mjs";
import { createDatabase } from "../../../scripts/postgres/scratch.mjs";

const project = path.resolve(import.meta.dirname, "../../..");
const home = mkdtempSync(path.join(os.tmpdir(), "moving-house-"));
const backup = path.join(home, "one.backup");
const leftover: string[] = [];

// Several servers are started one after the other.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeAll(async () => {
  await onEmbedded(async (url) => {
    await migrate(url);
    await ask(url, "INSERT INTO people (email, name, role) VALUES ('first@desk.example', 'First', 'admin')");
    await ask(url, "INSERT INTO sessions (person_id, expires_at) SELECT id, now() + interval '1 hour' FROM people");
    // One run that is over, one that is to begin, and a change that is under way.
    await ask(
      url,
      `INSERT INTO runs (id, environment, act, given, made_by, person_id, starts_at, finished_at)
       SELECT gen_random_uuid(), 'test', 'reactivate', '{}', id, id, now() + interval '1 day', ended FROM people, (VALUES (NULL), (now())) e (ended)`,
    );
    await ask(
      url,
      `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, lease_until, next_try_at)
       SELECT 'test', 'accounts.update', gen_random_uuid(), gen_random_uuid(), id, '{}', 'sent', '', now(), now() FROM people`,
    );
    await writeBackup(url, backup);
    await ask(url, "INSERT INTO people (email, name, role) VALUES ('second@desk.example', 'Second', 'admin')");
  });
});

afterAll(() => {
  removeDatabase(project, home);
  for (const folder of [...leftover, home]) rmSync(folder, { recursive: true, force: true });
});

async function onEmbedded<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const server = await startDatabase(project, { home });
  try {
    return await work(server.url);
  } finally {
    server.stop();
  }
}

async function ask(url: string, text: string): Promise<readonly object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const people = (url: string) => ask(url, "SELECT name FROM people ORDER BY name");

test("a restore doesn't touch data that are there unless it is told to, nor those of a desk that runs", async () => {
  await expect(restoreEmbedded(project, home, backup, false)).rejects.toThrow("--replace");
  const desk = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => desk.once("listening", resolve));
  const claim = await claimHome(home, { ports: [(desk.address() as AddressInfo).port], deskUrl: "http://localhost:3000" });
  // A claim of this very process counts as one's own: another's is made of it.
  const { readFileSync, writeFileSync } = await import("node:fs");
  const note = path.join(home, "running.json");
  writeFileSync(note, JSON.stringify({ ...JSON.parse(readFileSync(note, "utf8")), pid: process.ppid }));
  await expect(restoreEmbedded(project, home, backup, true)).rejects.toThrow("open at http://localhost:3000");
  claim.stop();
  desk.close();
  expect(await onEmbedded(people)).toEqual([{ name: "First" }, { name: "Second" }]);
});

test("a restore that fails changes nothing", async () => {
  await expect(restoreEmbedded(project, home, path.join(home, "nowhere"), true)).rejects.toThrow("There is no file");
  expect(existsSync(`${databaseFolder(home)}.restoring`)).toBe(false);
  expect(await onEmbedded(people)).toEqual([{ name: "First" }, { name: "Second" }]);
});

test("a backup takes the place of the data, which are kept beside it; who was signed in no longer is", async () => {
  const kept = await restoreEmbedded(project, home, backup, true);
  leftover.push(String(kept));
  expect(existsSync(String(kept))).toBe(true);
  await onEmbedded(async (url) => {
    expect(await people(url)).toEqual([{ name: "First" }]);
    expect(await ask(url, "SELECT end_reason FROM sessions")).toEqual([{ end_reason: "restored" }]);
    expect(await ask(url, "SELECT kind FROM audit_entries")).toEqual([{ kind: "database-restored" }]);
  });
});

test("after a restore no run begins by itself, and nothing unclear is sent again", async () => {
  await onEmbedded(async (url) => {
    expect(await ask(url, "SELECT finished_at IS NOT NULL AS over, paused_at IS NOT NULL AS paused FROM runs ORDER BY over")).toEqual([
      { over: false, paused: true },
      { over: true, paused: false },
    ]);
    expect(await ask(url, "SELECT state, next_try_at, next_look_at IS NOT NULL AS looked FROM operations")).toEqual([
      { state: "unknown", next_try_at: null, looked: true },
    ]);
  });
});

test("a desk moves to a PostgreSQL by one command, and isn't started on what it has left", async () => {
  const target = await createDatabase(inject("serverUrl"));
  const given = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  try {
    await onEmbedded((url) => ask(url, "UPDATE sessions SET ended_at = NULL"));
    await moveTo(project, home, target.url);
    expect(await people(target.url)).toEqual([{ name: "First" }]);
    expect(await ask(target.url, "SELECT ended_at FROM sessions")).toEqual([{ ended_at: null }]);
    expect(() => refuseMoved(home)).toThrow("set DATABASE_URL");
    await expect(moveTo(project, home, target.url)).rejects.toThrow("isn't empty");
  } finally {
    if (given !== undefined) process.env.DATABASE_URL = given;
    await target.drop();
  }
});

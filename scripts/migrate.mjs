import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import PgBoss from "pg-boss";

const project = path.resolve(import.meta.dirname, "..");
const migrationsFolder = path.join(project, "lib/server/db/migrations");
const alreadyThere = new Set(["23505", "42P06", "42P07"]);

/** Brings the database at `url` up to date, or to what it was after its `only` first migrations. Several may do so at once: they take turns, and each migration runs once. */
export async function migrate(url, { only } = {}) {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const turn = await pool.connect();
    try {
      await makeQueue(turn);
      await turn.query("BEGIN; LOCK TABLE drizzle.queue IN ACCESS EXCLUSIVE MODE");
      await applyAll(drizzle(pool), only);
      await migrateQueues(url);
      await turn.query("COMMIT");
    } finally {
      turn.release();
    }
  } finally {
    await pool.end();
  }
}

/** What tells each migration from all others, in their order. */
export function migrationHashes() {
  return readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
}

async function applyAll(database, only) {
  if (only === undefined) return applyMigrations(database, { migrationsFolder });
  const folder = mkdtempSync(path.join(os.tmpdir(), "partner-desk-migrations-"));
  try {
    cpSync(migrationsFolder, folder, { recursive: true });
    const file = path.join(folder, "meta/_journal.json");
    const journal = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, only) }));
    await applyMigrations(database, { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tables of pg-boss, in their own schema, as the installed version needs them. */
async function migrateQueues(connectionString) {
  const boss = new PgBoss({ connectionString, max: 1, schedule: false, supervise: false });
  await boss.start();
  await boss.stop({ graceful: false });
}

/** An empty table to stand in line at. An ordinary lock works behind every pooler; `IF NOT EXISTS` alone loses races. */
async function makeQueue(client) {
  for (let left = 10; ; left--) {
    try {
      await client.query("CREATE SCHEMA IF NOT EXISTS drizzle; CREATE TABLE IF NOT EXISTS drizzle.queue ()");
      return;
    } catch (error) {
      if (left === 0 || !alreadyThere.has(error.code)) throw error;
    }
  }
}

import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { removeDatabase, startDatabase } from "../database.mjs";
import { isRunning } from "../process/service.mjs";

const prefix = "partner-desk-test-";
/** Linux keeps what is in this folder in memory. */
const memory = "/dev/shm";
/** The suites of a run copy a database of 11 MB two hundred times, and need memory besides. */
const roomWanted = 6 * 2 ** 30;
/** Settings of a server for tests: nobody needs their data after a power cut. */
export const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 };

/** A new folder for what nobody needs after this run: on the disk, or in memory, if it may be there and there is room. To copy databases is mostly to write files. */
export function scratchHome(inMemory) {
  const roomy = inMemory && existsSync(memory) && Math.min(freeIn(memory), process.availableMemory()) > roomWanted;
  return mkdtempSync(path.join(roomy ? memory : os.tmpdir(), `${prefix}${process.pid}-`));
}

function freeIn(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * A server for tests: the one at TEST_DATABASE_URL, which goes with all that is in it when whoever started it ends, else an embedded one in a scratch home that
 * `stop` removes.
 */
export async function startScratchServer(project, { inMemory = false } = {}) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => undefined };
  sweepLeftovers(project);
  const home = scratchHome(inMemory);
  const server = await startDatabase(project, { home, settings: forgetful });
  return { url: server.url, stop: () => remove(project, home) };
}

/** A new database on this server: empty, or a copy of the database at `template`. */
export async function createDatabase(serverUrl, template) {
  const origin = template ? new URL(template).pathname.slice(1) : "desk";
  const name = `${origin}_${randomBytes(6).toString("hex")}`;
  await run(serverUrl, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${origin}"` : ""}`);
  const url = Object.assign(new URL(serverUrl), { pathname: name }).href;
  return { url, drop: () => run(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`) };
}

async function run(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Servers of test runs that were killed live on: the next run of the same person stops them. */
function sweepLeftovers(project) {
  for (const folder of [memory, os.tmpdir()].filter(existsSync)) {
    const left = readdirSync(folder).filter((name) => name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length).split("-")[0])));
    const homes = left.map((name) => path.join(folder, name)).filter((home) => statSync(home).uid === process.getuid?.());
    for (const home of homes) remove(project, home);
  }
}

function remove(project, home) {
  removeDatabase(project, home);
  rmSync(home, { recursive: true, force: true });
}

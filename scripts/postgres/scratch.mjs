import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { removeDatabase, startDatabase } from "../database.mjs";
import { isRunning } from "../process/service.mjs";

const prefix = "partner-desk-test-";
/** Settings of a server for tests: nobody needs their data after a power cut. */
export const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 };

/** A server for tests: the one at TEST_DATABASE_URL, else an embedded one in a folder that `stop` removes. */
export async function startScratchServer(project) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => undefined };
  sweepLeftovers(project);
  const home = mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  const server = await startDatabase(project, { home, settings: forgetful });
  return { url: server.url, stop: () => remove(project, home) };
}

/** A new database on this server: empty, or a copy of the database at `template`. Dropping it drops its copies too. */
export async function createDatabase(serverUrl, template) {
  const origin = template ? new URL(template).pathname.slice(1) : "desk";
  const name = `${origin}_${randomBytes(6).toString("hex")}`;
  await run(serverUrl, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${origin}"` : ""}`);
  const url = Object.assign(new URL(serverUrl), { pathname: name }).href;
  return { url, drop: () => dropWithCopies(serverUrl, name) };
}

async function dropWithCopies(serverUrl, name) {
  const { rows } = await run(serverUrl, "SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [name]);
  const dropNext = async () => {
    for (let row = rows.pop(); row !== undefined; row = rows.pop()) await run(serverUrl, `DROP DATABASE "${row.datname}" WITH (FORCE)`);
  };
  // A run leaves some two hundred.
  await Promise.all([dropNext(), dropNext(), dropNext(), dropNext()]);
}

async function run(url, statement, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement, values);
  } finally {
    await client.end();
  }
}

/** Servers of test runs that were killed live on: the next run of the same person stops them. */
function sweepLeftovers(project) {
  const left = readdirSync(os.tmpdir()).filter((name) => name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length).split("-")[0])));
  const homes = left.map((name) => path.join(os.tmpdir(), name)).filter((home) => statSync(home).uid === process.getuid?.());
  for (const home of homes) remove(project, home);
}

function remove(project, home) {
  removeDatabase(project, home);
  rmSync(home, { recursive: true, force: true });
}

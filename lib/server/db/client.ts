import "server-only";
import { finished } from "node:stream/promises";
import { Pool } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

import { env } from "../env";

// One pool a process and database, also when Next.js evaluates this module more than once.
const kept = globalThis as { deskPools?: Map<string, Pool> };

/** One statement. Never prepared by name: that would be state of a session, which poolers don't keep. */
export async function query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const { rows } = await pool().query<Row>(text, values.map(storable));
  return rows;
}

/** Copies rows in PostgreSQL's binary form into a table: one statement, and either all of them or none. */
export async function copyIn(statement: string, rows: Uint8Array): Promise<void> {
  const client = await pool().connect();
  let failure: unknown;
  try {
    const stream = client.query(copyFrom(`${statement} FROM STDIN (FORMAT binary)`));
    stream.end(rows);
    await finished(stream);
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    // A connection that broke in the middle of a copy isn't used again.
    client.release(failure !== undefined);
  }
}

/** What a copy out of the database writes, whole: its connection is free again before anybody reads it. */
export async function copyOut(statement: string): Promise<readonly Buffer[]> {
  const client = await pool().connect();
  let failed = true;
  try {
    const pieces: Buffer[] = [];
    for await (const piece of client.query(copyTo(statement)) as AsyncIterable<Buffer>) pieces.push(piece);
    failed = false;
    return pieces;
  } finally {
    client.release(failed);
  }
}

/** PostgreSQL keeps no NUL in a text and would refuse the whole statement: U+FFFD stands for it. */
function storable(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "\ufffd");
  return Array.isArray(value) ? value.map(storable) : value;
}

/** Ends every connection: for scripts and tests, which would hang otherwise. */
export async function closeDatabase(): Promise<void> {
  const open = [...(kept.deskPools?.values() ?? [])];
  delete kept.deskPools;
  await Promise.all(open.map((one) => one.end()));
}

function pool(): Pool {
  const { DATABASE_URL } = env();
  kept.deskPools ??= new Map();
  const open = kept.deskPools.get(DATABASE_URL) ?? openPool(DATABASE_URL);
  kept.deskPools.set(DATABASE_URL, open);
  return open;
}

// Connections are opened when they are needed, and replaced when the server was restarted.
function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

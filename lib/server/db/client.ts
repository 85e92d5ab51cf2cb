import "server-only";
import { createHash } from "node:crypto";
import { finished } from "node:stream/promises";
import { Pool } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

import { env } from "../env";

// One pool a process and database, also when Next.js evaluates this module more than once; and whether its statements' names get lost on the way.
const kept = globalThis as { deskPools?: Map<string, Pool>; deskNamesLost?: boolean };

/** One statement. Not prepared: most are asked seldom, and are best planned for what they are asked about. */
export async function query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const { rows } = await pool().query<Row>(text, values.map(storable));
  return rows;
}

/**
 * One statement of those that make up a day: PostgreSQL keeps under a name how it does it, since reading and planning it takes longer than doing it. `text` is one of a few,
 * never made for what is asked. A pooler in transaction mode may not know the name: then nothing was done, and from now on all are asked without one. Throws when no
 * answer comes within a minute: the database counts as down, and what was asked for may have been done all the same.
 */
export async function queryOften<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  // A server that is gone without a word, as in a failover, is noticed by the network only after a quarter of an hour. The pool drops a connection that has failed.
  const asked = { text, values: values.map(storable), query_timeout: longestAnswer };
  if (kept.deskNamesLost) return (await pool().query<Row>(asked)).rows;
  try {
    return (await pool().query<Row>({ ...asked, name: nameOf(text) })).rows;
  } catch (error) {
    if (!isNameLost(error)) throw error;
    kept.deskNamesLost = true;
    return (await pool().query<Row>(asked)).rows;
  }
}

/** In milliseconds; each of these statements takes a few. Others may be long: they have all the time that they need. */
const longestAnswer = 60_000;

const names = new Map<string, string>();

/** The same text has the same name in all processes: a connection that a pooler hands on never has it for another. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

/** There is no such statement; there is one already; or its columns have changed since. Each is said before anything is done. */
function isNameLost(error: unknown): boolean {
  return ["26000", "42P05", "0A000"].includes(String((error as { readonly code?: unknown } | null)?.code));
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
  delete kept.deskNamesLost;
  await Promise.all(open.map((one) => one.end()));
}

function pool(): Pool {
  const { DATABASE_URL } = env();
  kept.deskPools ??= new Map();
  const open = kept.deskPools.get(DATABASE_URL) ?? openPool(DATABASE_URL);
  kept.deskPools.set(DATABASE_URL, open);
  return open;
}

/** A connection whose other end is gone without a word is noticed while it waits for an answer: else whoever waits would do so for ever. */
export const noticed = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

// Connections are opened when they are needed, and replaced when the server was restarted.
function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, ...noticed });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

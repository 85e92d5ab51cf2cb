import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { Client } from "pg";
import { inject, vi } from "vitest";

import { createDatabase } from "../../../scripts/postgres/scratch.mjs";
import { setUp } from "../harness/settings";

/** A folder for a file's backups, each under a name of its own. */
export function backupFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "backups-"));
  let count = 0;
  return {
    newFile: () => {
      count += 1;
      return path.join(folder, `${count}.backup`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A database with nothing in it, not even tables. */
export async function emptyDatabase(): Promise<string> {
  return (await createDatabase(inject("serverUrl"))).url;
}

/** What a backup says of itself. */
export function headOf(backup: string) {
  return JSON.parse(gunzipSync(readFileSync(backup)).toString("utf8").split("\n")[0] ?? "");
}

const strange = ["tab\there", "line\nbreak\r", "\\.", "\\N", "back\\slash", "", "Åsa 🧾 \u2028", "'\"$$", "\u0001"];

/** Fills a desk with everything that is hard to write down. */
export async function fill(url: string): Promise<void> {
  await ask(
    url,
    `INSERT INTO people (email, name, role) SELECT 'p' || n || '@desk.example', name, 'admin' FROM unnest($1::text[]) WITH ORDINALITY AS t (name, n)`,
    [strange],
  );
  await ask(url, "INSERT INTO sessions (person_id, expires_at) SELECT id, now() + interval '1 hour' FROM people");
  await ask(
    url,
    "INSERT INTO one_time_links (token_hash, person_id, expires_at) SELECT decode(md5(id::text), 'hex'), id, now() + interval '1 day' FROM people",
  );
  await ask(
    url,
    "INSERT INTO merchants (environment, account_id, account_name, products) SELECT 'test', 'krn:' || n, $1, $2::jsonb FROM generate_series(1, 300) n",
    [strange.join(), JSON.stringify([{ name: strange.join() }])],
  );
  await ask(
    url,
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, body, lease_until)
     SELECT 'test', 'accounts.onboard', gen_random_uuid(), gen_random_uuid(), id, '{}', 'unknown', '\\x00ff5c2e0a', decode(repeat('0a5c', 40000), 'hex'), now() FROM people`,
  );
  await ask(url, "INSERT INTO audit_entries (kind, detail) SELECT 'signed-in', jsonb_build_object('n', n, 'words', $1::text) FROM generate_series(1, 700) n", [
    strange.join(),
  ]);
  await withDeskAt(url, async ({ sealAudit }) => sealAudit());
}

/** One statement on a connection of its own. */
export async function ask<Row extends object>(url: string, text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** The desk's own audit chain on another database: its modules read their settings once, so they are loaded anew. */
export async function withDeskAt<Result>(url: string, work: (chain: typeof import("@/lib/server/audit-chain")) => Promise<Result>): Promise<Result> {
  vi.resetModules();
  setUp({ DATABASE_URL: url });
  const { closeDatabase } = await import("@/lib/server/db/client");
  try {
    return await work(await import("@/lib/server/audit-chain"));
  } finally {
    await closeDatabase();
  }
}

/** What a database holds, table by table, as digests. */
export async function contentOf(url: string): Promise<Readonly<Record<string, string>>> {
  const tables = await ask<{ name: string }>(
    url,
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await ask<{ digest: string }>(
      url,
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest FROM "${name}" t`,
    );
    content[name] = row?.digest ?? "";
  }
  return content;
}

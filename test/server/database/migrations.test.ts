import { Client } from "pg";
import { expect, inject, test } from "vitest";

import { migrate } from "../../../scripts/migrate.mjs";
import { createDatabase } from "../../../scripts/postgres/scratch.mjs";
import { freshDatabase } from "../setup/fresh-database";

test("desks that start at once on an empty database migrate it once", async () => {
  const empty = await createDatabase(inject("serverUrl"));
  try {
    await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
    const applied = "SELECT created_at, count(*)::int AS times FROM drizzle.__drizzle_migrations GROUP BY created_at";
    const times = (await rows<{ times: number }>(empty.url, applied)).map((row) => row.times);
    expect(times.length).toBeGreaterThan(0);
    expect(new Set(times)).toEqual(new Set([1]));
  } finally {
    await empty.drop();
  }
});

test("each test file has a database of its own, migrated and empty", async () => {
  const url = await freshDatabase();
  expect(await rows(url, "SELECT * FROM people")).toEqual([]);
  expect(url).not.toBe(inject("templateUrl"));
});

async function rows<Row extends object>(address: string, text: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

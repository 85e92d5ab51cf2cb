import { Client } from "pg";
import { expect, test, vi } from "vitest";

import { queryOften } from "@/lib/server/db/client";
import { isDatabaseDown } from "@/lib/server/door";
import { env } from "@/lib/server/env";

import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

test("a statement of every day that isn't answered within a minute counts as a database that is down, and the next has a connection of its own", async () => {
  const other = new Client({ connectionString: env().DATABASE_URL });
  await other.connect();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const asked = queryOften("SELECT pg_sleep(600) AS slept").catch((error: unknown) => error);
    const sleeping = async () => (await other.query("SELECT pid FROM pg_stat_activity WHERE query LIKE '%AS slept' AND pid <> pg_backend_pid()")).rows;
    while ((await sleeping()).length === 0);
    vi.advanceTimersByTime(60_000);
    expect(isDatabaseDown(await asked)).toBe(true);
    expect(await queryOften("SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await other.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%AS slept' AND pid <> pg_backend_pid()");
  } finally {
    vi.useRealTimers();
    await other.end();
  }
});

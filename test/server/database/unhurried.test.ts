import { expect, test } from "vitest";

import { closeDatabase, query } from "@/lib/server/db/client";
import { unhurried } from "@/lib/server/db/unhurried";
import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

test("a statement that isn't waited for says so of itself alone: the next one on the same connection waits again", async () => {
  // The tests' own server waits for nothing.
  const [database] = await query<{ name: string }>("SELECT current_database() AS name");
  await query(`ALTER DATABASE "${database?.name}" SET synchronous_commit = on`);
  await closeDatabase();
  const now = "pg_backend_pid() AS connection, current_setting('synchronous_commit') AS waits";
  const [own] = await query(`SELECT ${now} FROM ${unhurried}`);
  const [next] = await query<{ connection: number }>(`SELECT ${now}`);
  expect(own).toEqual({ connection: next?.connection, waits: "off" });
  expect(next).toEqual({ connection: next?.connection, waits: "on" });
});

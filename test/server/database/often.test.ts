import { afterEach, beforeEach, expect, test } from "vitest";

import { closeDatabase, query, queryOften } from "@/lib/server/db/client";
import { withDesk } from "../harness/desk";
import { startTestEmulator } from "../harness/emulator";

withDesk(startTestEmulator);

beforeEach(() => query("CREATE TABLE IF NOT EXISTS counted (what text)"));
// Whatever was lost is forgotten with the connections.
afterEach(closeDatabase);

const count = "INSERT INTO counted VALUES ($1) RETURNING what";
const counted = async () => (await query<{ what: string }>("SELECT what FROM counted ORDER BY what")).map(({ what }) => what);
const namesOf = async (text: string) =>
  (await query<{ name: string }>("SELECT name FROM pg_prepared_statements WHERE statement = $1", [text])).map(({ name }) => name);

test("what is asked often is kept under one name, and what is asked once under none", async () => {
  for (const value of [1, 2, 3]) expect(await queryOften("SELECT $1::int AS value", [value])).toEqual([{ value }]);
  expect(await query("SELECT $1::int AS other", [1])).toEqual([{ other: 1 }]);
  expect(await namesOf("SELECT $1::int AS value")).toHaveLength(1);
  expect(await namesOf("SELECT $1::int AS other")).toEqual([]);
});

test("a NUL in a text, which PostgreSQL refuses, is replaced here too", async () => {
  expect(await queryOften("SELECT $1::text AS said", ["a\0b"])).toEqual([{ said: "a\ufffdb" }]);
});

test("a pooler that doesn't know the name costs nothing: it is done once, without a name, and so is all that comes", async () => {
  await query("TRUNCATE counted");
  await queryOften(count, ["a"]);
  await query("DEALLOCATE ALL");
  expect(await queryOften(count, ["b"])).toEqual([{ what: "b" }]);
  await queryOften(count, ["c"]);
  expect(await counted()).toEqual(["a", "b", "c"]);
  expect(await namesOf(count)).toEqual([]);
});

test("so does one whose connection has the name already", async () => {
  await query("TRUNCATE counted");
  await queryOften(count, ["a"]);
  const [name] = await namesOf(count);
  // Another connection, on which somebody else has made the same statement.
  await closeDatabase();
  await query(`PREPARE "${name}" AS ${count}`);
  expect(await queryOften(count, ["b"])).toEqual([{ what: "b" }]);
  expect(await counted()).toEqual(["a", "b"]);
});

test("and a statement whose columns have changed since it was kept", async () => {
  await query("CREATE TABLE shaped AS SELECT 1 AS one");
  const read = "SELECT * FROM shaped";
  await queryOften(read);
  await query("ALTER TABLE shaped ADD COLUMN two int");
  expect(await queryOften(read)).toEqual([{ one: 1, two: null }]);
});

test("any other refusal is the caller's, and names are kept on", async () => {
  await expect(queryOften("SELECT 1 / $1::int AS share", [0])).rejects.toMatchObject({ code: "22012" });
  expect(await queryOften("SELECT 1 / $1::int AS share", [1])).toEqual([{ share: 1 }]);
  expect(await namesOf("SELECT 1 / $1::int AS share")).toHaveLength(1);
});

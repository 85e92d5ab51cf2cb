import { beforeAll, expect, test } from "vitest";

import { websites } from "@/lib/klarna/operations/websites";
import { closeDatabase, query } from "@/lib/server/db/client";
import { unhurried } from "@/lib/server/db/unhurried";
import { ask } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

beforeAll(async () => {
  // The tests' own server waits for nothing.
  const [database] = await query<{ name: string }>("SELECT current_database() AS name");
  await query(`ALTER DATABASE "${database?.name}" SET synchronous_commit = on`);
  await closeDatabase();
});

test("a statement that isn't waited for says so of itself alone: the next one on the same connection waits again", async () => {
  const now = "pg_backend_pid() AS connection, current_setting('synchronous_commit') AS waits";
  const [own] = await query(`SELECT ${now} FROM ${unhurried}`);
  const [next] = await query<{ connection: number }>(`SELECT ${now}`);
  expect(own).toEqual({ connection: next?.connection, waits: "off" });
  expect(next).toEqual({ connection: next?.connection, waits: "on" });
});

test("of a change and a read, only what is learned of the account isn't waited for", async () => {
  const { cookie } = await signedIn("operations");
  const account_id = await emulator.merchant();
  await query("CREATE TABLE written (what text, waits text)");
  await query(
    `CREATE FUNCTION note_wait() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN INSERT INTO written VALUES (TG_TABLE_NAME, current_setting('synchronous_commit')); RETURN NULL; END $$`,
  );
  for (const table of ["merchants", "operations", "audit_entries"])
    await query(`CREATE TRIGGER noted AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION note_wait()`);
  expect((await ask("accounts.get", { cookie, search: { account_id } })).status).toBe(200);
  const [website] = (await ask("websites.list", { cookie, search: { account_id } })).body as { readonly website_id: string }[];
  const search = { account_id, website_id: website?.website_id ?? "" };
  expect((await ask(websites.update.name, { cookie, attempt: crypto.randomUUID(), search, body: { website_name: "Another" } })).status).toBe(200);
  const seen = await query("SELECT DISTINCT what, waits FROM written ORDER BY what, waits");
  expect(seen).toEqual([
    { what: "audit_entries", waits: "on" },
    { what: "merchants", waits: "off" },
    { what: "operations", waits: "on" },
  ]);
});

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

/** Notes of each row that is written whether its commit is waited for. */
async function noteWaits(): Promise<void> {
  await query("CREATE TABLE written (what text, waits text)");
  await query(
    `CREATE FUNCTION note_wait() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN INSERT INTO written VALUES (TG_TABLE_NAME || coalesce(' ' || (to_jsonb(NEW)->>'state'), ''), current_setting('synchronous_commit')); RETURN NULL; END $$`,
  );
  for (const table of ["merchants", "operations"])
    await query(`CREATE TRIGGER noted AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION note_wait()`);
}

/** What was written since this was asked last, and whether it was waited for. */
async function written() {
  return Object.fromEntries(
    (await query<{ what: string; waits: string }>("DELETE FROM written RETURNING what, waits")).map(({ what, waits }) => [what, waits]),
  );
}

test("what Klarna would say again isn't waited for: what is learned, and that a change is confirmed; its record is, and so is a refusal and what can't be repeated", async () => {
  const { cookie } = await signedIn("operations");
  const account_id = await emulator.merchant();
  await noteWaits();
  expect((await ask("accounts.get", { cookie, search: { account_id } })).status).toBe(200);
  expect(await written()).toEqual({ "merchants OPERATIONAL": "off" });

  const [website] = (await ask("websites.list", { cookie, search: { account_id } })).body as { readonly website_id: string }[];
  const search = { account_id, website_id: website?.website_id ?? "" };
  const rename = { cookie, attempt: crypto.randomUUID(), search, body: { website_name: "Another" } };
  expect((await ask(websites.update.name, rename)).status).toBe(200);
  expect(await written()).toMatchObject({ "operations sent": "on", "operations confirmed": "off" });

  const elsewhere = { ...rename, attempt: crypto.randomUUID(), search: { ...search, website_id: `${search.website_id.slice(0, -1)}x` } };
  expect((await ask(websites.update.name, elsewhere)).status).toBe(404);
  expect(await written()).toMatchObject({ "operations sent": "on", "operations rejected": "on" });

  const [person] = (await ask("stakeholders.list", { cookie, search: { account_id } })).body as { readonly stakeholder_id: string }[];
  const theirs = { account_id, stakeholder_id: person?.stakeholder_id ?? "" };
  expect((await ask("stakeholders.delete", { cookie, attempt: crypto.randomUUID(), search: theirs })).status).toBe(204);
  expect(await written()).toMatchObject({ "operations sent": "on", "operations confirmed": "on" });
});

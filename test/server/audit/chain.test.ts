import { beforeEach, expect, test } from "vitest";

import { sealAudit, walkChain } from "@/lib/server/audit-chain";
import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

/** What somebody with the database's own password can do. */
async function asSuperuser(statement: string): Promise<void> {
  await query("ALTER TABLE audit_entries DISABLE TRIGGER USER");
  await query(statement);
  await query("ALTER TABLE audit_entries ENABLE TRIGGER USER");
}

async function append(count: number): Promise<void> {
  await query(
    `INSERT INTO audit_entries (kind, role, environment, account_id, operation, detail)
     SELECT 'refused', 'support', 'test', 'krn:' || n, 'accounts.onboard', jsonb_build_object('permission', 'merchants:write', 'n', n, 'text', 'Åsa "1" \\ 2') FROM generate_series(1, $1::int) n`,
    [count],
  );
}

const links = () =>
  query<{ links: number; least: number; most: number }>("SELECT count(link)::int AS links, min(link)::int AS least, max(link)::int AS most FROM audit_entries");

beforeEach(() => asSuperuser("DELETE FROM audit_entries"));

test("the chain covers every entry, in batches, and goes on where it stopped", async () => {
  await append(1_200);
  await sealAudit();
  expect(await links()).toEqual([{ links: 1_200, least: 1, most: 1_200 }]);
  await append(3);
  await sealAudit();
  expect(await links()).toEqual([{ links: 1_203, least: 1, most: 1_203 }]);
  expect((await walkChain()).broken).toBeUndefined();
});

test("an empty log has nothing to seal, and holds", async () => {
  await sealAudit();
  expect((await walkChain()).broken).toBeUndefined();
});

test.each([
  "kind = 'signed-in'",
  "at = at + interval '1 microsecond'",
  "detail = detail || '{\"n\": 0}'",
  "detail = NULL",
  "role = 'admin'",
  "account_id = NULL",
])("finds an entry that was changed afterwards: %s", async (assignment) => {
  await append(20);
  await sealAudit();
  await asSuperuser(`UPDATE audit_entries SET ${assignment} WHERE link = 7`);
  expect((await walkChain()).broken).toBe(7);
});

test("finds an entry that was taken out, put in, exchanged or numbered anew", async () => {
  await append(20);
  await sealAudit();
  await asSuperuser("DELETE FROM audit_entries WHERE link = 7");
  expect((await walkChain()).broken).toBe(7);
  // By a way round: links are unique at every moment, and no statement says which row it takes first.
  await asSuperuser("UPDATE audit_entries SET link = -link WHERE link > 7");
  await asSuperuser("UPDATE audit_entries SET link = -link - 1 WHERE link < 0");
  expect((await walkChain()).broken).toBe(7);
  await asSuperuser("DELETE FROM audit_entries WHERE link >= 7");
  await asSuperuser("UPDATE audit_entries a SET account_id = b.account_id FROM audit_entries b WHERE a.link = 2 AND b.link = 3");
  expect((await walkChain()).broken).toBe(2);
  await asSuperuser("DELETE FROM audit_entries");
  await append(20);
  await sealAudit();
  await asSuperuser("UPDATE audit_entries SET link = link + 1000 WHERE link > 7");
  expect((await walkChain()).broken).toBe(8);
});

test("finds a whole stretch that is missing, however long", async () => {
  await append(1_700);
  await sealAudit();
  await asSuperuser("DELETE FROM audit_entries WHERE link BETWEEN 400 AND 600");
  expect((await walkChain()).broken).toBe(400);
  await asSuperuser("DELETE FROM audit_entries WHERE link BETWEEN 501 AND 1600");
  await append(1);
  expect((await walkChain()).broken).toBe(400);
});

test("finds a whole batch that is missing", async () => {
  await append(1_100);
  await sealAudit();
  await asSuperuser("DELETE FROM audit_entries WHERE link BETWEEN 501 AND 1000");
  expect((await walkChain()).broken).toBe(501);
});

test("finds an entry that was rewritten with a right hash of its own: the next one doesn't follow from it", async () => {
  await append(5);
  await sealAudit();
  await asSuperuser("UPDATE audit_entries SET detail = '{}', hash = sha256('x'::bytea) WHERE link = 3");
  expect((await walkChain()).broken).toBe(3);
});

test("sealers at once lay one chain", async () => {
  for (let round = 0; round < 5; round += 1) {
    await append(700);
    await Promise.all([sealAudit(), sealAudit(), sealAudit(), append(5)]);
  }
  await sealAudit();
  expect(await links()).toEqual([{ links: 3_525, least: 1, most: 3_525 }]);
  expect((await walkChain()).broken).toBeUndefined();
});

import { beforeAll, beforeEach, expect, test } from "vitest";

import { knownCredentials } from "@/lib/server/credentials/known";
import { noteKeys } from "@/lib/server/credentials/own";
import { query } from "@/lib/server/db/client";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask, problemOf } from "../harness/ask";
import { calm } from "../harness/calm";
import { logged } from "../harness/captured-log";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, everyTable, latestAudit, operationsOf, wholeTable } from "../harness/rows";
import { does, holds, listed, make, seen, shapedKey } from "./stage";

const own = { test: "5f0c1a52-6d3e-4b8a-9c27-1e40d7b3f6a1", live: "c2b7e9d4-03f6-4a15-8e6b-9d21f5a0c873" };
const keys = { KLARNA_TEST_API_KEY: shapedKey("test", own.test), KLARNA_LIVE_API_KEY: shapedKey("live", own.live) };

let emulator: TestEmulator;
let admin: SignedIn;
withDesk(async () => {
  emulator = await startTestEmulator({ apiKeys: Object.values(keys), seed: 1 });
  return emulator;
}, keys);
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  await emulator.heal();
  calm();
  await query("DELETE FROM key_holders");
  // What is left unclear is another test's.
  await query("UPDATE operations SET state = 'rejected', settled_at = now() WHERE state IN ('sent', 'unknown')");
});

/** Which tables hold a text, in clear or as bytes. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of await everyTable()) {
    const rows = await wholeTable(table);
    if (rows.includes(text) || rows.includes(Buffer.from(text).toString("hex"))) found.push(table);
  }
  return found;
}

test("a key is shown to whoever makes it, once, and is kept in no table and no log", async () => {
  const before = await latestAudit();
  const attempt = crypto.randomUUID();
  const { made, status, headers } = await make(admin, { description: "Nightly job; v2" }, attempt);
  expect([status, headers.get("cache-control"), made.api_key]).toEqual([200, "no-store", expect.stringMatching(/^klarna_test_api_/)]);
  expect(await seen(admin, made.credential_id)).toMatchObject({
    ...{ description: "Nightly job; v2", type: "API", environment: "TEST", made_by: "admin 1", made_at: expect.any(String), own: "no", used_at: null },
    ...{ gone_at: null, disabled_at: null },
  });
  expect(await tablesWith(made.api_key)).toEqual([]);
  expect(await tablesWith("Nightly job; v2"), "the search would find it").toContain("public.credentials");
  expect(logged.join()).not.toContain(made.api_key);
  expect((await auditAfter(before)).map(({ kind, operation }) => [kind, operation])).toEqual([
    ["operation-sent", "credentials.create"],
    ["operation-confirmed", "credentials.create"],
  ]);
  const again = await make(admin, { description: "Nightly job; v2" }, attempt);
  expect([again.status, problemOf(again).code]).toEqual([409, "ALREADY_DONE"]);
  expect(JSON.stringify(again.body)).not.toContain(made.api_key);
  expect(JSON.stringify(await listed(admin))).not.toContain(made.api_key);
});

test("what is wrong with a description lands on its field, and nothing is sent", async () => {
  const { received } = await emulator.count("credentials.create");
  for (const description of ["<b>x</b>", "klarna_test_api_abc"]) {
    const answer = await make(admin, { description });
    expect([answer.status, problemOf(answer).fields.map(({ path }) => path)], description).toEqual([400, ["description"]]);
  }
  expect((await emulator.count("credentials.create")).received).toBe(received);
});

test("the desk reads off its key which credential is its own, and knows again what was made here", async () => {
  const { made } = await make(admin);
  const { made: client } = await make(admin, { type: "CLIENT" });
  const before = await listed(admin);
  const standing = (id: string) => before.credentials.find(({ credential_id }) => credential_id === id);
  expect(before.strangers).toBe(0);
  expect(standing(own.test)).toMatchObject({
    own: "yes",
    processes: 1,
    used_at: expect.any(String),
    made_at: null,
    made_by: null,
    description: "Partner Desk",
  });
  expect([standing(made.credential_id)?.own, standing(client.credential_id)?.own]).toEqual(["no", "no"]);
  expect(standing(client.credential_id)?.client_id).toMatch(/^klarna_test_client_/);
  // A second process starts with the new key.
  await holds(made.api_key);
  expect(await seen(admin, made.credential_id)).toMatchObject({ own: "yes", processes: 1 });
});

const doors = ["the desk's door", "the one door to Klarna"].flatMap((door) => [own.test, own.test.toUpperCase()].map((id) => [door, id] as const));
test.each(doors)("the desk's own isn't disabled by %s as %s, and the refusal is in the log", async (door, credential_id) => {
  await listed(admin);
  const before = await latestAudit();
  const attempt = crypto.randomUUID();
  const { received } = await emulator.count("credentials.disable");
  const answer =
    door === "the desk's door"
      ? await does(admin, "disable", credential_id)
      : await ask("credentials.disable", { cookie: admin.cookie, search: { credential_id }, attempt });
  expect([answer.status, problemOf(answer).code]).toEqual([409, "OWN_CREDENTIAL"]);
  expect((await emulator.count("credentials.disable")).received).toBe(received);
  expect(await operationsOf(attempt)).toEqual([]);
  expect((await auditAfter(before)).map(({ kind, operation, detail }) => [kind, operation, detail])).toEqual([
    ["refused", "credentials.disable", { code: "OWN_CREDENTIAL" }],
  ]);
});

test("what any process of the desk has is its own, for as long as that process lives", async () => {
  const { made } = await make(admin);
  await holds(made.api_key);
  expect(problemOf(await does(admin, "disable", made.credential_id)).code).toBe("OWN_CREDENTIAL");
  await query("DELETE FROM key_holders");
  // Two and a half of its minutes, which are shorter here.
  await holds(made.api_key, 9);
  expect(await seen(admin, made.credential_id)).toMatchObject({ own: "no", processes: 0 });
  expect((await does(admin, "disable", made.credential_id)).status).toBe(200);
  expect(await seen(admin, made.credential_id)).toMatchObject({ disabled_by: "admin 1", disabled_at: expect.any(String) });
});

test("released by a step of its own, the desk's own can be disabled, for ten minutes; afterwards Klarna refuses the desk", async () => {
  const before = await latestAudit();
  expect((await does(admin, "release", own.live, "live")).status).toBe(404);
  await listed(admin, "live");
  expect((await does(admin, "release", own.live, "live")).status).toBe(200);
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["credential-released", { credential: own.live, minutes: 10 }]]);
  await query("UPDATE credentials SET released_until = now() - interval '1 second'");
  expect(problemOf(await does(admin, "disable", own.live, "live")).code).toBe("OWN_CREDENTIAL");
  await does(admin, "release", own.live, "live");
  const answer = await does(admin, "disable", own.live, "live");
  expect(answer.status).toBe(200);
  expect(await listed(admin, "live")).toMatchObject({ problem: { code: "KLARNA_REFUSED_KEY" }, credentials: [{ disabled_by: "admin 1" }] });
});

test("a making whose answer was lost is never repeated by itself; asked again by a person it shows the one key that was made", async () => {
  const attempt = crypto.randomUUID();
  // All tries of the one request are cut off.
  await emulator.fault("credentials.create", "cut-after", 3);
  const lost = await make(admin, { description: "Lost and found" }, attempt);
  expect([lost.status, problemOf(lost).code]).toEqual([504, "OUTCOME_UNKNOWN"]);
  const { received } = await emulator.count("credentials.create");
  await query("UPDATE operations SET next_try_at = now(), lease_until = now() WHERE attempt = $1", [attempt]);
  await repeatUnknown();
  expect((await emulator.count("credentials.create")).received).toBe(received);
  const { unclear, credentials } = await listed(admin);
  expect(unclear).toMatchObject({ attempt, by: "admin 1", draft: { type: "API", environment: "TEST", description: "Lost and found" } });
  const made = credentials.filter(({ description }) => description === "Lost and found");
  expect(made.map(({ made_by }) => made_by)).toEqual([null]);
  const found = await ask("credentials.create", { cookie: admin.cookie, body: { ...unclear?.draft }, attempt });
  expect(found.body).toMatchObject({ credential_id: made[0]?.credential_id, api_key: expect.stringMatching(/^klarna_test_api_/) });
  const after = await listed(admin);
  expect(after.unclear).toBeNull();
  expect(after.credentials.filter(({ description }) => description === "Lost and found").map(({ made_by }) => made_by)).toEqual(["admin 1"]);
  expect(await tablesWith((found.body as { api_key: string }).api_key)).toEqual([]);
});

test("what Klarna lists no more is gone, what was disabled elsewhere is nobody's doing here, and what is away stays as it was seen", async () => {
  const { made } = await make(admin);
  const headers = { authorization: `Basic ${keys.KLARNA_TEST_API_KEY}` };
  await fetch(`${emulator.url}/v2/account/credentials/${made.credential_id}`, { method: "DELETE", headers });
  await emulator.fault("credentials.list", "500", 20);
  expect(await listed(admin)).toMatchObject({ problem: { status: 500 } });
  expect(await seen(admin, made.credential_id)).toMatchObject({ gone_at: null });
  await emulator.heal();
  calm();
  expect(await seen(admin, made.credential_id)).toMatchObject({ gone_at: expect.any(String), disabled_by: null });
  expect((await does(admin, "disable", made.credential_id)).status, "it is gone already").toBe(200);
});

test("a new key is meant for the desk only where somebody said so, and is in use once a process that has it was answered", async () => {
  const { made } = await make(admin);
  expect((await does(admin, "intend", made.credential_id)).status).toBe(200);
  expect((await does(admin, "intend", own.test)).status, "made elsewhere").toBe(404);
  expect(await seen(admin, made.credential_id)).toMatchObject({ intended: true, used_at: null });
  expect((await seen(admin, own.test))?.intended).toBe(false);
});

test("a process says which keys it has without asking Klarna, and claims no answer that it didn't get", async () => {
  await listed(admin);
  await query("UPDATE credentials SET used_at = NULL");
  await noteKeys();
  expect(await query("SELECT environment FROM key_holders ORDER BY 1")).toEqual([{ environment: "live" }, { environment: "test" }]);
  expect(await query("SELECT FROM credentials WHERE used_at IS NOT NULL")).toEqual([]);
});

test("a credential that Klarna writes in capitals is the desk's own all the same", async () => {
  await query("UPDATE credentials SET credential_id = upper(credential_id) WHERE environment = 'test' AND credential_id = $1", [own.test]);
  await noteKeys();
  const { credentials, strangers } = await knownCredentials("test");
  expect([credentials.find(({ credential_id }) => credential_id === own.test.toUpperCase())?.own, strangers]).toEqual(["yes", 0]);
});

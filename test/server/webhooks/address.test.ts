import { createHmac } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { unseal } from "@/lib/server/crypto";
import { query } from "@/lib/server/db/client";
import { actOnAddress } from "@/lib/server/webhooks/act";
import { readAddress } from "@/lib/server/webhooks/address";
import { forgetKeys } from "@/lib/server/webhooks/keys";
import { retireIdleKeys } from "@/lib/server/webhooks/retire-idle";
import { sendTestEvent } from "@/lib/server/webhooks/steps";

import { logged } from "../harness/captured-log";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { sendEvent } from "../harness/webhook";

let emulator: TestEmulator;
let admin: SignedIn;
withDesk(
  async () => {
    emulator = await startTestEmulator();
    return emulator;
  },
  { DESK_URL: "http://127.0.0.1:9", DESK_TIME_SCALE: "0.01" },
);
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  for (const table of ["webhook_events", "webhook_keys", "operations"]) await query(`DELETE FROM ${table}`);
  forgetKeys("test");
});
afterEach(async () => {
  await emulator.heal();
  await klarna("DELETE");
});

const by = () => ({ personId: admin.id, role: "admin" as const });
const now = () => readAddress("test");
const act = async (name: "register" | "rotate" | "ask-again", attempt?: string) =>
  actOnAddress({ act: name, environment: "test", attempt: attempt ?? (await now()).attempt }, by());
const standing = async () => (await now()).keys.filter(({ source }) => source !== "settings").map(({ source, signs, at_klarna }) => [source, signs, at_klarna]);

const headers = { authorization: "Basic klarna_test_api_emulator", "content-type": "application/json" };
/** Asks Klarna itself, past the desk: what it has, or to forget all. */
async function klarna(method: "GET" | "DELETE") {
  const read = async (path: string) => (await fetch(`${emulator.url}/v2/notification/${path}`, { headers })).json();
  const { webhooks } = (await read("webhooks")) as { webhooks: { webhook_id: string; signing_key_id: string; url: string }[] };
  const { signing_keys } = (await read("signing-keys")) as { signing_keys: { signing_key_id: string }[] };
  if (method === "DELETE") {
    for (const { webhook_id } of webhooks) await fetch(`${emulator.url}/v2/notification/webhooks/${webhook_id}`, { method, headers });
    for (const { signing_key_id } of signing_keys) await fetch(`${emulator.url}/v2/notification/signing-keys/${signing_key_id}`, { method, headers });
  }
  return { webhooks, keys: signing_keys };
}

/** A delivery that Klarna would sign with this key of the desk's. */
async function deliver(keyId: string, secret?: string) {
  const [row] = await query<{ secret: Buffer }>("SELECT secret FROM webhook_keys WHERE key_id = $1", [keyId]);
  const kept = secret ?? unseal(`webhook_keys.secret test ${keyId}`, row?.secret ?? Buffer.alloc(0));
  const raw = Buffer.from(JSON.stringify({ metadata: { event_id: crypto.randomUUID(), live: false } }));
  return (await sendEvent(raw, { keyId, signature: createHmac("sha256", kept).update(raw).digest("hex") })).status;
}
const secretOf = async (keyId: string) =>
  unseal(
    `webhook_keys.secret test ${keyId}`,
    (await query<{ secret: Buffer }>("SELECT secret FROM webhook_keys WHERE key_id = $1", [keyId]))[0]?.secret ?? Buffer.alloc(0),
  );

test("an admin registers the desk: a key is made, kept sealed, accepted, and nowhere else to be found", async () => {
  expect((await now()).next).toBe("register");
  const before = await latestAudit();
  const after = await act("register");
  expect([after.next, after.webhook?.status]).toEqual([null, "ENABLED"]);
  expect(await standing()).toEqual([["made", true, true]]);
  const { webhooks } = await klarna("GET");
  expect(webhooks).toMatchObject([{ url: "http://127.0.0.1:9/api/webhooks/klarna/test", signing_key_id: after.keys[0]?.key_id }]);
  expect(await deliver(after.keys[0]?.key_id ?? "")).toBe(200);
  const secret = await secretOf(after.keys[0]?.key_id ?? "");
  for (const table of ["webhook_keys", "operations", "audit_entries"]) expect(await wholeTable(table), table).not.toContain(secret);
  expect(JSON.stringify(after)).not.toContain(secret);
  expect(logged.join()).not.toContain(secret);
  expect((await auditAfter(before)).map(({ kind, operation, person_id }) => [kind, operation, person_id])).toEqual([
    ["operation-sent", "signingKeys.create", admin.id],
    ["operation-confirmed", "signingKeys.create", admin.id],
    ["operation-sent", "notificationWebhooks.create", admin.id],
    ["operation-confirmed", "notificationWebhooks.create", admin.id],
  ]);
});

test("a rotation accepts both keys, and the old one is retired once nothing used it for a day", async () => {
  const [{ key_id: old = "" } = {}] = (await act("register")).keys;
  const oldSecret = await secretOf(old);
  const after = await act("rotate");
  const [{ key_id: next = "" } = {}] = after.keys;
  expect(next).not.toBe(old);
  expect(after.keys.filter(({ source }) => source === "made").map(({ key_id, signs, superseded_at }) => [key_id, signs, superseded_at !== null])).toEqual([
    [next, true, false],
    [old, false, true],
  ]);
  expect([await deliver(old), await deliver(next)]).toEqual([200, 200]);

  const run = () => retireIdleKeys.run({}, { signal: new AbortController().signal, fence: 0, by: undefined, holds: () => true });
  await query("UPDATE webhook_keys SET superseded_at = now() - interval '2 days' WHERE key_id = $1", [old]);
  await run();
  expect(await deliver(old), "used a moment ago").toBe(200);
  await query("UPDATE webhook_events SET received_at = now() - interval '2 days'");
  await query("UPDATE people SET role = 'operations' WHERE id = $1", [admin.id]);
  await run();
  expect(await deliver(old), "its person may no longer").toBe(200);
  await query("UPDATE people SET role = 'admin' WHERE id = $1", [admin.id]);
  await query("UPDATE webhook_events SET received_at = now() - interval '2 days'");
  await run();
  expect([await deliver(old, oldSecret), await deliver(next)]).toEqual([400, 200]);
  expect((await klarna("GET")).keys.map(({ signing_key_id }) => signing_key_id)).toEqual([next]);
  expect(await query("SELECT secret FROM webhook_keys WHERE key_id = $1", [old])).toEqual([{ secret: null }]);
});

test("a rotation that was cut off between its steps says what to do next, and goes on from there", async () => {
  await act("register");
  await emulator.fault("notificationWebhooks.update", "429", 10);
  await expect(act("rotate")).rejects.toThrow();
  await emulator.heal();
  expect((await now()).next).toBe("switch");
  expect(await standing()).toEqual([
    ["made", false, true],
    ["made", true, true],
  ]);
  const [{ key_id: fresh = "" } = {}] = (await now()).keys;
  const { attempt } = await now();
  expect((await actOnAddress({ act: "switch", environment: "test", attempt, key_id: fresh }, by())).next).toBeNull();
  expect((await klarna("GET")).webhooks[0]?.signing_key_id).toBe(fresh);
});

test("registering goes on after a crash with the key that was made before, instead of making another", async () => {
  await emulator.fault("notificationWebhooks.create", "429", 10);
  await expect(act("register")).rejects.toThrow();
  await emulator.heal();
  expect(await standing()).toEqual([["made", false, true]]);
  await act("register");
  expect((await klarna("GET")).keys).toHaveLength(1);
});

test.each(["cut-after", "half", "500-after", "garbage"])(
  "a key whose making had no clear answer (%s) is asked for again by a person, never by itself",
  async (fault) => {
    await emulator.fault("signingKeys.create", fault, 10);
    await expect(act("register")).rejects.toMatchObject({ problem: { code: "OUTCOME_UNKNOWN" } });
    await emulator.heal();
    const { next, attempt } = await now();
    expect(next).toBe("ask-again");
    expect(await query("SELECT next_try_at FROM operations WHERE name = 'signingKeys.create'")).toEqual([{ next_try_at: null }]);
    await query("UPDATE operations SET first_sent_at = now() - interval '22 hours 59 minutes'");
    expect((await act("ask-again", attempt)).next).toBe("register");
    expect(await standing()).toEqual([["made", false, true]]);
    expect((await klarna("GET")).keys).toHaveLength(1);
  },
);

test("a second press of the same makes no second key", async () => {
  await act("register");
  const { attempt } = await now();
  const outcomes = await Promise.allSettled([act("rotate", attempt), act("rotate", attempt)]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await klarna("GET")).keys).toHaveLength(2);
});

test("a key that signs now can't be retired, nor one of the settings", async () => {
  const { keys } = await act("register");
  const retire = (key_id: string) => actOnAddress({ act: "retire", environment: "test", key_id }, by());
  await expect(retire(keys[0]?.key_id ?? "")).rejects.toMatchObject({ problem: { code: "KEY_SIGNS" } });
  await expect(retire("new-key")).rejects.toMatchObject({ problem: { code: "KEY_OF_SETTINGS" } });
  await expect(retire("krn:nobody")).rejects.toMatchObject({ problem: { status: 404 } });
});

test("a key of Klarna's that the desk can't verify with is seen, and replaced", async () => {
  const { keys } = await act("register");
  await query("DELETE FROM webhook_keys");
  forgetKeys("test");
  expect((await now()).next).toBe("replace");
  expect(await standing()).toEqual([["klarna", true, true]]);
  await act("rotate");
  expect((await now()).next).toBeNull();
  expect((await actOnAddress({ act: "retire", environment: "test", key_id: keys[0]?.key_id ?? "" }, by())).keys.map(({ source }) => source)).not.toContain(
    "klarna",
  );
});

test("a test event can be sent once the desk is registered", async () => {
  await expect(sendTestEvent(await now(), "settlement.report.created", by())).rejects.toMatchObject({ problem: { code: "NOT_REGISTERED" } });
  await act("register");
  const sent = await sendTestEvent(await now(), "settlement.report.created", by());
  expect(sent).toEqual({ event_type: "settlement.report.created", sent_at: expect.stringMatching(/Z$/) });
  expect((await emulator.count("notificationWebhooks.simulate")).effects).toBe(1);
});

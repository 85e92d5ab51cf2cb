import { createHmac } from "node:crypto";
import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import * as database from "@/lib/server/db/client";
import { query } from "@/lib/server/db/client";
import { actOnAddress } from "@/lib/server/webhooks/act";
import { readAddress } from "@/lib/server/webhooks/address";
import { forgetKeys } from "@/lib/server/webhooks/keys";
import { retireIdleKeys } from "@/lib/server/webhooks/retire-idle";

import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { sendEvent } from "../harness/webhook";

vi.mock("@/lib/server/db/client", async (original) => {
  const actual = await original<typeof database>();
  return { ...actual, query: vi.fn(actual.query), queryOften: vi.fn(actual.queryOften) };
});

let klarna: ScriptedKlarna;
let admin: SignedIn;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  await query("DELETE FROM webhook_keys");
  forgetKeys("test");
  klarna.script = () => ({ status: 403, body: '{"error_code":"OPERATION_FORBIDDEN"}' });
});

const by = () => ({ personId: admin.id, role: "admin" as const });
const secret = "a-made-up-secret-of-klarnas";
const typeKey = (key_id = "typed-key", environment: "test" | "live" = "test") => actOnAddress({ act: "type-key", environment, key_id, secret }, by());
let count = 0;
const deliver = async (keyId = "typed-key", environment = "test") => {
  count += 1;
  const raw = Buffer.from(JSON.stringify({ metadata: { event_id: `k-${count}` } }));
  return (await sendEvent(raw, { keyId, environment, signature: createHmac("sha256", secret).update(raw).digest("hex") })).status;
};

test.each([403, 404])("where Klarna's API isn't open (%i), a key typed in by hand is accepted at once, and kept sealed", async (status) => {
  klarna.script = () => ({ status, body: "{}" });
  expect(await deliver()).toBe(400);
  const before = await latestAudit();
  expect(await typeKey()).toMatchObject({ by_hand: true, next: null, webhook: null });
  expect(await deliver()).toBe(200);
  expect(await wholeTable("webhook_keys")).not.toContain(secret);
  expect(await wholeTable("audit_entries")).not.toContain(secret);
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["webhook-key-added", { key: "typed-key" }]]);
});

test("a key typed in for one environment opens no other", async () => {
  await typeKey("typed-key", "live");
  expect([await deliver("typed-key", "live"), await deliver()]).toEqual([200, 400]);
});

test("a typed key that was retired by hand is refused at once, and can be typed in again", async () => {
  await typeKey();
  expect(await deliver()).toBe(200);
  await actOnAddress({ act: "retire", environment: "test", key_id: "typed-key" }, by());
  expect(await deliver()).toBe(400);
  expect(await query("SELECT secret FROM webhook_keys")).toEqual([{ secret: null }]);
  await typeKey();
  expect(await deliver()).toBe(200);
});

test("a key that was made here stays until Klarna says that it is gone there: a 404 of a wrong address or a proxy isn't that", async () => {
  await typeKey();
  await query("UPDATE webhook_keys SET source = 'made'");
  const retire = () => actOnAddress({ act: "retire", environment: "test", key_id: "typed-key" }, by());
  const answers = (body: string) => {
    klarna.script = ({ method }) => (method === "DELETE" ? { status: 404, body } : { status: 403, body: '{"error_code":"OPERATION_FORBIDDEN"}' });
  };
  for (const body of ["<h1>Not here</h1>", '{"error_code":"NOT_FOUND"}']) {
    answers(body);
    await expect(retire(), body).rejects.toMatchObject({ problem: { status: 404 } });
    expect(await deliver(), body).toBe(200);
  }
  answers('{"error_code":"RESOURCE_NOT_FOUND"}');
  await retire();
  expect(await deliver()).toBe(400);
});

test("a key of the settings isn't typed over", async () => {
  await expect(typeKey("new-key")).rejects.toMatchObject({ problem: { fields: [{ path: "key_id" }] } });
});

test("a fault of Klarna's is no reason to do things by hand", async () => {
  klarna.script = () => ({ status: 500, body: "{}" });
  expect(await readAddress("test")).toMatchObject({ by_hand: false, next: null, problem: { status: 500 } });
});

test.each(["webhooks", "signing-keys"])("while Klarna can't say which %s it has, nothing is made there and no key is retired", async (list) => {
  await typeKey();
  klarna.script = ({ path }) => (path.includes(`notification/${list}`) ? { status: 500 } : { body: '{"webhooks":[],"signing_keys":[]}' });
  klarna.received.length = 0;
  const attempt = crypto.randomUUID();
  await expect(actOnAddress({ act: "register", environment: "test", attempt }, by())).rejects.toMatchObject({ problem: { status: 500 } });
  expect(klarna.received.filter(({ method }) => method !== "GET")).toEqual([]);
  await expect(actOnAddress({ act: "retire", environment: "test", key_id: "typed-key" }, by())).rejects.toMatchObject({ problem: { status: 500 } });
  await query("UPDATE webhook_keys SET superseded_at = now() - interval '2 days', superseded_by = $1", [admin.id]);
  await retireIdleKeys.run({}, { signal: new AbortController().signal, fence: 0, by: undefined, holds: () => true });
  forgetKeys("test");
  expect(await deliver()).toBe(200);
});

test("a known key costs no statement but the one that stores; an unknown one is looked up, all that wait at once", async () => {
  await typeKey();
  await deliver();
  const statements = [vi.mocked(database.query), vi.mocked(database.queryOften)];
  const counted = (words: string) => statements.flatMap(({ mock }) => mock.calls).filter(([text]) => text.includes(words)).length;
  const begin = () => {
    for (const each of statements) each.mockClear();
  };
  const asked = () => ({ store: counted("INTO webhook_events"), keys: counted("FROM webhook_keys") });
  begin();
  for (let times = 0; times < 10; times += 1) await deliver();
  expect(asked()).toEqual({ store: 10, keys: 0 });
  begin();
  await Promise.all(Array.from({ length: 50 }, (_, index) => deliver(`unknown-${index}`)));
  expect(asked().keys).toBe(1);
});

/** Has the statements that read the ring go through `during`, which is given the way to go on. */
const readingKeys = (during: (goOn: () => Promise<readonly object[]>) => Promise<readonly object[]>) => {
  const query = vi.mocked(database.query);
  const real = query.getMockImplementation();
  query.mockImplementation(
    (text, ...rest) => (text.startsWith("SELECT key_id AS id") ? during(async () => (await real?.(text, ...rest)) ?? []) : real?.(text, ...rest)) as never,
  );
  const asBefore = () => void query.mockImplementation(real as never);
  onTestFinished(asBefore);
  return asBefore;
};

test("where the database takes its time, a delivery is judged by what its own reading found, though the next has begun", async () => {
  await typeKey();
  const release: (() => void)[] = [];
  readingKeys((goOn) => new Promise((resolve) => release.push(() => resolve(goOn()))));
  const first = deliver();
  await expect.poll(() => release).toHaveLength(1);
  const second = deliver();
  await expect.poll(() => release).toHaveLength(2);
  release[0]?.();
  expect(await first).toBe(200);
  release[1]?.();
  expect(await second).toBe(200);
});

test("a reading that failed makes no key fresh: one that was retired elsewhere isn't accepted for longer", async () => {
  await typeKey();
  expect(await deliver()).toBe(200);
  const now = performance.now.bind(performance);
  const later = vi.spyOn(performance, "now").mockImplementation(() => now() + 11_000);
  onTestFinished(() => later.mockRestore());
  const asBefore = readingKeys(() => Promise.reject(new Error("away")));
  expect([await deliver(), await deliver()]).toEqual([500, 500]);
  asBefore();
  expect(await deliver()).toBe(200);
});

test("a key whose secret can't be read any more keeps no other from being accepted", async () => {
  await typeKey();
  await typeKey("lost-key");
  await query("UPDATE webhook_keys SET secret = set_byte(secret, length(secret) - 1, 255 - get_byte(secret, length(secret) - 1)) WHERE key_id = 'lost-key'");
  forgetKeys("test");
  expect(await deliver()).toBe(200);
  expect(await deliver("lost-key")).toBe(400);
});

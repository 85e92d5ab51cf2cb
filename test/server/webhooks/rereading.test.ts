import { Client } from "pg";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { findMerchant } from "@/lib/server/merchants/directory";
import { rereadDue } from "@/lib/server/merchants/reread-due";
import { finish, takeDue } from "@/lib/server/merchants/rereads";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { sendEvent } from "../harness/webhook";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const account = "krn:partner:global:account:test:LWT2XJSE";
const says = (state: string) => () => ({ body: JSON.stringify({ account_id: account, account_name: "Nordlys", state, state_reason: "SETUP_COMPLETE" }) });
let count = 0;
const tell = (state = "whatever it says") => {
  count += 1;
  const metadata = { event_id: `e-${count}`, event_type: "partner.account.state-change.operational", subject_account_id: account };
  return sendEvent({ metadata, payload: { account_id: account, state } });
};
const due = () => query<{ fence: number }>("SELECT fence FROM rereads WHERE due_at <= now()");
const stateNow = async () => (await findMerchant("test", account))?.state;
const open = () => query("SELECT id FROM webhook_events WHERE processed_at IS NULL");

beforeAll(() => {
  klarna.script = says("OPERATIONAL");
});
beforeEach(async () => {
  await query("DELETE FROM rereads");
  await query("DELETE FROM webhook_events");
  await query("DELETE FROM merchants");
  klarna.received.length = 0;
});

test("an event makes the desk read, and what it reads is what counts, not what the event says", async () => {
  await tell("DISABLED");
  await rereadDue();
  expect(await stateNow()).toBe("OPERATIONAL");
  expect(klarna.received.map(({ method }) => method)).toEqual(["GET"]);
  expect(await open()).toEqual([]);
  expect(await due()).toEqual([]);
});

test("ten events at once are one read", async () => {
  await Promise.all(Array.from({ length: 10 }, () => tell()));
  await rereadDue();
  expect(klarna.received.length).toBe(1);
  expect(await open()).toEqual([]);
});

test("events in any order end in the same state: each read is of now", async () => {
  for (const state of ["DISABLED", "PARTIALLY_OPERATIONAL", "OPERATIONAL"]) await tell(state);
  await rereadDue();
  const one = await stateNow();
  for (const state of ["OPERATIONAL", "PARTIALLY_OPERATIONAL", "DISABLED"]) await tell(state);
  await rereadDue();
  expect(await stateNow()).toBe(one);
});

test("an event that comes while the account is being read has it read once more", async () => {
  let state = "PARTIALLY_OPERATIONAL";
  await tell();
  const [taken] = await takeDue(1);
  if (!taken) throw new Error("Nothing was due.");
  // Klarna has answered with the old state already when it changes.
  state = "OPERATIONAL";
  await tell();
  klarna.script = says(state);
  await finish(taken, false);
  expect(await due()).toHaveLength(1);
  await rereadDue();
  expect(await stateNow()).toBe("OPERATIONAL");
  expect(await due()).toEqual([]);
});

test("an event that renews a wish while the statement that takes it has begun is read by it or by the next", async () => {
  await tell();
  const other = new Client({ connectionString: env().DATABASE_URL });
  await other.connect();
  try {
    await other.query("BEGIN");
    await other.query("LOCK TABLE runs IN ACCESS EXCLUSIVE MODE");
    const reading = rereadDue();
    await vi.waitUntil(async () => (await query("SELECT FROM pg_locks WHERE NOT granted AND relation = 'runs'::regclass")).length > 0);
    await tell();
    await other.query("COMMIT");
    await reading;
    await rereadDue();
  } finally {
    await other.end();
  }
  expect(klarna.received.length).toBe(1);
  expect(await open()).toEqual([]);
});

test("a read that nothing interrupted ends its wish", async () => {
  await tell();
  const [taken] = await takeDue(1);
  if (!taken) throw new Error("Nothing was due.");
  await finish(taken, false);
  expect(await query("SELECT fence FROM rereads")).toEqual([]);
});

test("a read that was overtaken ends no later wish, though the one it was for is gone", async () => {
  const overtaken = {
    "by the next worker, after its lease": () => query("UPDATE rereads SET lease_until = now() - interval '1 second'"),
    "by an event that came meanwhile": () => tell(),
  };
  for (const [how, overtake] of Object.entries(overtaken)) {
    await tell();
    const [slow] = await takeDue(1);
    if (!slow) throw new Error("Nothing was due.");
    await overtake();
    await rereadDue();
    await tell();
    await finish(slow, false);
    expect(await due(), how).toHaveLength(1);
    await rereadDue();
    expect(await open(), how).toEqual([]);
  }
});

test("a read whose wish another worker has taken over doesn't put it off", async () => {
  await tell();
  const [slow] = await takeDue(1);
  await query("UPDATE rereads SET lease_until = now() - interval '1 second'");
  const [next] = await takeDue(1);
  if (!slow || !next) throw new Error("Nothing was due.");
  await finish(slow, true);
  expect(await query("SELECT FROM rereads WHERE lease_until > now()")).toHaveLength(1);
});

test("workers that look at once read an account once", async () => {
  await tell();
  await Promise.all([rereadDue(), rereadDue(), rereadDue()]);
  expect(klarna.received.length).toBe(1);
});

test("a worker that died leaves its account to the next, after its lease", async () => {
  await tell();
  await takeDue(1);
  await rereadDue();
  expect(klarna.received).toEqual([]);
  await query("UPDATE rereads SET lease_until = now() - interval '1 second'");
  await rereadDue();
  expect(klarna.received.length).toBe(1);
});

test("an account that isn't operational yet is read again with back-off, as is one that can't be read", async () => {
  for (const script of [says("PARTIALLY_OPERATIONAL"), () => ({ status: 400, body: '{"error_code":"X"}' })]) {
    klarna.script = script;
    await tell();
    await rereadDue();
    const [row] = await query<{ later: boolean; tries: number }>("SELECT due_at > now() AS later, tries FROM rereads");
    expect(row).toEqual({ later: true, tries: 1 });
  }
});

test.each(['{"error_code":"NOT_FOUND"}', "<h1>Not here</h1>"])(
  "a 404 that isn't about the account (%s) makes nobody missing, and the event waits",
  async (body) => {
    klarna.script = says("OPERATIONAL");
    await tell();
    await rereadDue();
    klarna.script = () => ({ status: 404, body });
    await tell();
    await rereadDue();
    expect((await findMerchant("test", account))?.missing_since).toBeNull();
    expect(await open()).toHaveLength(1);
  },
);

test("an account that Klarna doesn't know is noted as missing, and not asked for again", async () => {
  klarna.script = says("OPERATIONAL");
  await tell();
  await rereadDue();
  klarna.script = () => ({ status: 404, body: '{"error_code":"RESOURCE_NOT_FOUND"}' });
  await tell();
  await rereadDue();
  expect((await findMerchant("test", account))?.missing_since).not.toBeNull();
  expect(await query("SELECT fence FROM rereads")).toEqual([]);
  expect(await open()).toEqual([]);
  // It comes back.
  klarna.script = says("OPERATIONAL");
  await tell();
  await rereadDue();
  expect((await findMerchant("test", account))?.missing_since).toBeNull();
});

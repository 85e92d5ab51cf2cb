import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { WebhookDelivery } from "@/lib/desk/webhook";
import { query } from "@/lib/server/db/client";
import { rereadDue } from "@/lib/server/merchants/reread-due";
import { readWebhook } from "@/lib/server/webhooks/detail";
import { findRefusal, listWebhooks } from "@/lib/server/webhooks/list";
import { reprocessWebhook } from "@/lib/server/webhooks/reprocess";

import { canaries, sensitiveIn } from "../harness/canaries";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit, wholeTable } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { sendEvent } from "../harness/webhook";

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
  for (const table of ["webhook_events", "webhook_refusals", "rereads", "merchants", "merchant_changes"]) await query(`DELETE FROM ${table}`);
});

const account = "krn:partner:global:account:test:LWT2XJSE";
const operational = "partner.account.state-change.operational";
let count = 0;
const tell = (metadata: object = {}, payload: object = {}) => {
  count += 1;
  return sendEvent({ metadata: { event_id: `seen-${count}`, event_type: operational, subject_account_id: account, live: false, ...metadata }, payload });
};
const says = (state: string) => () => ({ body: JSON.stringify({ account_id: account, account_name: "Nordlys", state, state_reason: "SETUP_COMPLETE" }) });
const list = async (filter: Parameters<typeof listWebhooks>[0] = {}) => (await listWebhooks(filter)).deliveries;
const only = async (): Promise<WebhookDelivery> => {
  const [one] = await list();
  if (!one) throw new Error("Nothing came.");
  return one;
};
const by = () => ({ personId: admin.id, role: "admin" as const });

test("an event shows how it came: late, out of order, more than once", async () => {
  const now = Date.now();
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  await tell({ event_id: "now", occurred_at: at(0) });
  await tell({ event_id: "then", occurred_at: at(90) });
  await tell({ event_id: "then", occurred_at: at(90) });
  const seen = (await list()).map((event) => event.kind === "event" && [event.late, event.overtaken, event.duplicates]);
  expect(seen).toEqual([
    [true, true, 1],
    [false, false, 0],
  ]);
  expect(await list({ verdict: "late" })).toHaveLength(1);
  expect(await list({ verdict: "duplicate" })).toHaveLength(1);
});

test("an event tells what it changed: what was noticed between its arrival and the read that it caused", async () => {
  await query(
    "INSERT INTO merchant_changes (environment, account_id, noticed_at, field, before, after) VALUES ('test', $1, now() - interval '1 minute', 'state', 'A', 'B')",
    [account],
  );
  klarna.script = says("PARTIALLY_OPERATIONAL");
  await tell();
  await rereadDue();
  klarna.script = says("OPERATIONAL");
  await tell();
  await rereadDue();
  await query(
    "INSERT INTO merchant_changes (environment, account_id, noticed_at, field, before, after) VALUES ('test', $1, now() + interval '1 minute', 'state', 'Y', 'Z')",
    [account],
  );
  const detail = await readWebhook((await only()).id);
  expect(detail?.event.processed_at).not.toBeNull();
  expect(detail?.merchant).toBe("Nordlys");
  expect(detail?.changes.map(({ before, after }) => [before, after])).toEqual([["PARTIALLY_OPERATIONAL / SETUP_COMPLETE", "OPERATIONAL / SETUP_COMPLETE"]]);
});

test("tries that fail are counted, and when the next is due is told", async () => {
  klarna.script = () => ({ status: 400, body: '{"error_code":"X"}' });
  await tell();
  await rereadDue();
  const waiting = await readWebhook((await only()).id);
  expect([waiting?.event.tries, waiting?.event.processed_at]).toEqual([1, null]);
  expect(Date.parse(waiting?.next_try_at ?? "")).toBeGreaterThan(Date.now() - 1_000);
  expect(await list({ verdict: "waiting" })).toHaveLength(1);
  klarna.script = says("OPERATIONAL");
  await query("UPDATE rereads SET due_at = now()");
  await rereadDue();
  expect((await readWebhook((await only()).id))?.event).toMatchObject({ tries: 2 });
  expect(await list({ verdict: "waiting" })).toEqual([]);
});

describe("what an event held is shown without", () => {
  const personal = { given_name: canaries.people.clear, email: "canaria@singvogel.example", phone: "+46701740605" };
  const bank = { bank_accounts: [{ iban: canaries.bank.tail, account_holder: canaries.bank.clear }] };
  test("what the contract marks as personal, wherever it stands", async () => {
    await tell({}, { account_id: account, state: "OPERATIONAL", account_owner: personal, extra_account_data: { settlement_information: bank } });
    const { shown = "" } = (await readWebhook((await only()).id)) ?? {};
    expect(shown).toContain("OPERATIONAL");
    expect(sensitiveIn(shown ?? "")).toEqual([]);
    for (const value of Object.values(personal)) expect(shown).not.toContain(value);
  });

  test("what the contract doesn't know: an unknown event, field or shape", async () => {
    for (const [event_type, payload] of [
      ["something.new", { state: "shown nowhere", name: canaries.people.clear }],
      [operational, { state: "OPERATIONAL", contact_of_r9: canaries.people.clear }],
      [operational, { account_owner: [[canaries.people.clear]] }],
      [operational, [canaries.people.clear]],
    ] as const) {
      await tell({ event_type, novelty: canaries.people.clear }, payload);
      const { shown } = (await readWebhook((await only()).id)) ?? {};
      expect(shown).toContain(event_type);
      expect(shown).not.toContain(canaries.people.clear);
      expect(shown).not.toContain("shown nowhere");
    }
  });

  test("all of it, where it was sealed with a key that is gone: the rest of the event is there", async () => {
    await tell();
    await query("UPDATE webhook_events SET raw = '\\x00'");
    expect(await readWebhook((await only()).id)).toMatchObject({ shown: null, event: { event_type: operational } });
  });
});

test("acting on an event again is a wish to read its account, and is recorded", async () => {
  klarna.script = says("OPERATIONAL");
  await tell();
  await rereadDue();
  const { id } = await only();
  const before = await latestAudit();
  await Promise.all([reprocessWebhook(id, by()), reprocessWebhook(id, by())]);
  expect(await list({ verdict: "waiting" })).toHaveLength(1);
  expect(await query("SELECT account_id FROM rereads")).toEqual([{ account_id: account }]);
  expect((await auditAfter(before)).map(({ kind, person_id, account_id }) => [kind, person_id, account_id])).toEqual([
    ["webhook-reprocessed", admin.id, account],
    ["webhook-reprocessed", admin.id, account],
  ]);
  const asked = klarna.received.length;
  await rereadDue();
  expect(klarna.received.slice(asked).map(({ method }) => method)).toEqual(["GET"]);
  expect(await list({ verdict: "waiting" })).toEqual([]);
  await expect(reprocessWebhook(crypto.randomUUID(), by())).rejects.toThrow("no such webhook");
  await tell({ subject_account_id: undefined });
  await expect(reprocessWebhook((await only()).id, by())).rejects.toThrow("names neither an account nor a settlement");
});

test("pages by key hold every delivery once, in order, refused ones among them", async () => {
  klarna.script = says("OPERATIONAL");
  // Many at the very same moment, so that the id has to tell them apart.
  await query(
    `INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw, received_at)
     SELECT CASE i % 2 WHEN 0 THEN 'test' ELSE 'live' END, 'p-' || i, 't', 'k', '', timestamptz '2026-03-01' + make_interval(secs => i / 40) FROM generate_series(1, 120) i`,
  );
  await query(
    "INSERT INTO webhook_refusals (environment, reason, received_at) SELECT 'test', 'UNKNOWN_KEY', timestamptz '2026-03-01' + make_interval(secs => i / 10) FROM generate_series(1, 30) i",
  );
  const seen: WebhookDelivery[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listWebhooks({}, after);
    seen.push(...page.deliveries);
    if (page.next === null) break;
    after = page.next;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(150);
  expect(seen.map(({ received_at }) => received_at)).toEqual([...seen.map(({ received_at }) => received_at)].sort().reverse());
  expect(await list({ type: "nobody", environment: "test" })).toEqual([]);
  expect((await listWebhooks({ environment: "live" })).deliveries.every(({ environment }) => environment === "live")).toBe(true);
});

describe("a refused delivery", () => {
  const secretive = { metadata: { event_id: "refused", event_type: operational }, payload: { name: canaries.people.clear } };

  test("is seen with its reason, and nothing that it said is kept", async () => {
    await sendEvent(secretive, { keyId: "no-such-key" });
    await sendEvent(secretive, { signature: "0".repeat(64) });
    await sendEvent({ ...secretive, metadata: { live: true } });
    await sendEvent("{");
    await sendEvent(JSON.stringify({ fill: "x".repeat(1_000_001) }));
    await sendEvent(secretive, { keyId: "<script>alert(1)</script>" });
    const seen = (await list({ verdict: "refused" })).map((row) => row.kind === "refusal" && [row.reason, row.signing_key_id]);
    expect(seen.reverse()).toEqual([
      ["UNKNOWN_KEY", "no-such-key"],
      ["BAD_SIGNATURE", "new-key"],
      ["OTHER_ENVIRONMENT", "new-key"],
      ["INVALID_JSON", "new-key"],
      ["TOO_LARGE", "new-key"],
      ["UNKNOWN_KEY", null],
    ]);
    expect(await wholeTable("webhook_refusals")).not.toMatch(/Canaria|script/);
    expect(await findRefusal((await only()).id)).toMatchObject({ length: JSON.stringify(secretive).length, digest: expect.stringMatching(/^[\da-f]{64}$/) });
  });
});

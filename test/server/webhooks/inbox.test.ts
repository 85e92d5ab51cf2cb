import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { unseal } from "@/lib/server/crypto";
import { query } from "@/lib/server/db/client";

import { problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { wholeTable } from "../harness/rows";
import { sendEvent } from "../harness/webhook";

withDesk(noKlarna);

const account = "krn:partner:global:account:test:LWT2XJSE";
const eventOf = (event_id: string, more: object = {}) => ({
  metadata: {
    event_id,
    event_type: "partner.account.state-change.operational",
    occurred_at: "2026-02-28T12:00:00Z",
    subject_account_id: account,
    live: false,
    ...more,
  },
  payload: {},
});
const rereads = () => query<{ account_id: string }>("SELECT account_id FROM rereads");

beforeEach(() => query("DELETE FROM webhook_events"));
afterEach(() => query("DELETE FROM rereads"));

test("an event is stored with its wish to read the account again, and its body can be read by nobody without the key", async () => {
  const event = { ...eventOf("e-1"), payload: { account_name: "Canaria Singvogel" } };
  expect((await sendEvent(event)).status).toBe(200);
  const [row] = await query<{ raw: Buffer; account_id: string; event_type: string; processed_at: Date | null; occurred_at: Date }>(
    "SELECT * FROM webhook_events",
  );
  expect(row).toMatchObject({ account_id: account, event_type: "partner.account.state-change.operational", processed_at: null });
  expect(row?.occurred_at.toISOString()).toBe("2026-02-28T12:00:00.000Z");
  expect(JSON.parse(unseal("webhook_events.raw test e-1", row?.raw ?? Buffer.alloc(0)))).toEqual(event);
  const stored = await wholeTable("webhook_events");
  expect(stored).not.toContain("Canaria");
  expect(stored).not.toContain(Buffer.from("Canaria").toString("hex"));
  expect(await rereads()).toEqual([{ account_id: account }]);
});

test("a duplicate is answered 200 and counted, and wishes for nothing", async () => {
  await sendEvent(eventOf("e-1"));
  await query("DELETE FROM rereads");
  const answers = await Promise.all([1, 2, 3].map(() => sendEvent(eventOf("e-1"))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await query("SELECT duplicates FROM webhook_events")).toEqual([{ duplicates: 3 }]);
  expect(await rereads()).toEqual([]);
});

test("duplicates that arrive at once are one event, with one wish", async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => sendEvent(eventOf("e-1"))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await query("SELECT duplicates FROM webhook_events")).toEqual([{ duplicates: 3 }]);
  expect(await rereads()).toEqual([{ account_id: account }]);
});

test("an event that can't be stored is not acknowledged", async () => {
  await query("ALTER TABLE rereads ADD CONSTRAINT nothing_fits CHECK (account_id = '') NOT VALID");
  expect((await sendEvent(eventOf("e-1"))).status).toBe(500);
  await query("ALTER TABLE rereads DROP CONSTRAINT nothing_fits");
  expect(await query("SELECT id FROM webhook_events")).toEqual([]);
  expect((await sendEvent(eventOf("e-1"))).status).toBe(200);
});

test("the same id in another environment is another event", async () => {
  await sendEvent(eventOf("e-1"));
  const live = { metadata: { event_id: "e-1", live: true } };
  expect((await sendEvent(live, { environment: "live", keyId: "live-key", secret: "the-live-signing-secret" })).status).toBe(200);
  expect((await query("SELECT id FROM webhook_events")).length).toBe(2);
});

test("an event of the other environment is refused: its address is set up for the wrong one", async () => {
  const answer = await sendEvent(eventOf("e-1", { live: true }));
  expect([answer.status, problemOf(answer).code]).toEqual([400, "OTHER_ENVIRONMENT"]);
  expect(await query("SELECT id FROM webhook_events")).toEqual([]);
});

test.each(["prod", "TEST", "__proto__", ""])("there is no environment %j", async (environment) => {
  expect((await sendEvent(eventOf("e-1"), { environment })).status).toBe(404);
});

test("takes up to 1 MB, and refuses more whatever its headers say", async () => {
  const fill = (bytes: number) => JSON.stringify({ metadata: { event_id: "big" }, payload: { fill: "x".repeat(bytes) } });
  expect((await sendEvent(fill(990_000))).status).toBe(200);
  const answer = await sendEvent(fill(1_000_000));
  expect([answer.status, problemOf(answer).code]).toEqual([413, "TOO_LARGE"]);
});

describe("signed, but not as Klarna describes its events:", () => {
  const odd: Readonly<Record<string, unknown>> = {
    "no metadata": { payload: {} },
    "metadata of another kind": { metadata: 7, payload: [] },
    "a list": [1, 2, 3],
    "a number": 7,
    "a null": null,
    "an id of another kind": { metadata: { event_id: { a: 1 } } },
    "a NUL in everything": {
      metadata: { event_id: "a\0b", event_type: "a\0b", subject_account_id: "a\0b", occurred_at: "a\0b" },
      payload: { account_id: "\0" },
    },
    "half a character": '{"metadata":{"event_id":"\\ud800","event_type":"\\udfff","subject_account_id":"\\ud800"}}',
    "an account that is a path": { metadata: { event_id: "path", subject_account_id: "../../etc" } },
    "an account of 10,000 characters": { metadata: { event_id: "long", subject_account_id: "a".repeat(10_000) } },
    "a prototype": '{"__proto__":{"metadata":{}},"constructor":1,"metadata":{"__proto__":{"event_id":"x"},"event_id":"proto"}}',
    "the year 0": { metadata: { event_id: "year-0", occurred_at: "0000-01-01T00:00:00Z" } },
    "the year 9999": { metadata: { event_id: "year-9999", occurred_at: "9999-12-31T23:59:59.999999999+23:59" } },
    "a zone that is nowhere": { metadata: { event_id: "zone", occurred_at: "2026-01-01T00:00:00+23:00" } },
    "30,000 lists in each other": `{"metadata":{"event_id":"deep"},"payload":${"[".repeat(30_000)}${"]".repeat(30_000)}}`,
    "bytes that aren't UTF-8 within a text": Buffer.concat([Buffer.from('{"metadata":{"event_id":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}}')]),
  };

  test.each(Object.keys(odd))("%s is stored, and counted as a duplicate when it comes again", async (name) => {
    expect((await sendEvent(odd[name])).status).toBe(200);
    expect((await sendEvent(odd[name])).status).toBe(200);
    expect(await query("SELECT duplicates FROM webhook_events")).toEqual([{ duplicates: 1 }]);
    expect((await rereads()).map(({ account_id }) => account_id).filter((id) => !/^[\w:.-]+$/.test(id))).toEqual([]);
  });

  test.each(["", "{", "undefined", "{'a':1}", "\ufeff{}x", '{"a":NaN}'])("%j is not JSON, and is refused", async (text) => {
    const answer = await sendEvent(text);
    expect([answer.status, problemOf(answer).code]).toEqual([400, "INVALID_JSON"]);
  });
});

test("the account that a settlement's event is about is the partner's own: it is read only where the directory knows it", async () => {
  const announced = (id: string) => ({ ...eventOf(id, { event_type: "settlement.report.created" }), payload: { settlement_id: `S-${id}` } });
  await sendEvent(announced("e-1"));
  expect(await rereads()).toEqual([]);
  expect(await query("SELECT account_id, processed_at IS NOT NULL AS done FROM webhook_events")).toEqual([{ account_id: null, done: true }]);
  await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1)", [account]);
  await sendEvent(announced("e-2"));
  expect(await rereads()).toEqual([{ account_id: account }]);
});

test("nor does any other event about whoever it is told to make the partner a merchant, or one of a settlement that can't be read", async () => {
  await query("DELETE FROM merchants");
  const own = { subject_account_id: account, recipient_account_id: account };
  await sendEvent(eventOf("e-1", own));
  await sendEvent({ metadata: { event_id: "e-2", event_type: "settlement.report.created", subject_account_id: account }, payload: { settlement_id: 7 } });
  await sendEvent({ metadata: { event_id: "e-3", recipient_account_id: account }, payload: { account_id: account } });
  expect(await rereads()).toEqual([]);
  await sendEvent(eventOf("e-4", { ...own, recipient_account_id: "krn:partner:global:account:test:PARTNER1" }));
  expect(await rereads()).toEqual([{ account_id: account }]);
});

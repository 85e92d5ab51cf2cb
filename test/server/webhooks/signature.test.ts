import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { sendEvent } from "../harness/webhook";

withDesk(noKlarna);

const event = { metadata: { event_id: "e-1", event_type: "partner.account.state-change.operational", live: false }, payload: { account_name: "Åsa & Söner" } };
const stored = async () => (await query("SELECT id FROM webhook_events")).length;

test("takes what is signed with either of two keys, while one is rotated", async () => {
  expect((await sendEvent({ ...event, metadata: { event_id: "by-new" } })).status).toBe(200);
  expect((await sendEvent({ ...event, metadata: { event_id: "by-old" } }, { keyId: "old-key", secret: "the-old-signing-secret" })).status).toBe(200);
  expect(await query("SELECT event_id, signing_key_id FROM webhook_events ORDER BY 1")).toEqual([
    { event_id: "by-new", signing_key_id: "new-key" },
    { event_id: "by-old", signing_key_id: "old-key" },
  ]);
});

test("refuses whatever is not signed by a key of this environment, with one answer for all", async () => {
  const before = await stored();
  const right = "the-new-signing-secret";
  const answers = [
    await sendEvent(event, { keyId: "new-key", secret: "the-old-signing-secret" }),
    await sendEvent(event, { keyId: "no-such-key", secret: right }),
    await sendEvent(event, { keyId: "no-such-key", secret: "no such key" }),
    await sendEvent(event, { keyId: "", secret: right }),
    await sendEvent(event, { keyId: "live-key", secret: "the-live-signing-secret" }),
    await sendEvent(event, { environment: "live" }),
    await sendEvent(event, { signature: "" }),
    await sendEvent(event, { signature: "0".repeat(64) }),
    await sendEvent(event, { signature: "é".repeat(32) }),
    await sendEvent(event, { signature: "0".repeat(5_000) }),
  ];
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers.map((answer) => problemOf(answer).code)[0]).toBe("BAD_SIGNATURE");
  expect(await stored()).toBe(before);
});

test("the signature is over the very bytes: any one that differs is refused", async () => {
  const raw = Buffer.from(JSON.stringify(event));
  const before = await stored();
  await fc.assert(
    fc.asyncProperty(fc.nat(raw.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const tampered = Buffer.from(raw);
      tampered.writeUInt8(tampered.readUInt8(at) ^ flip, at);
      expect((await sendEvent(raw, { tampered })).status).toBe(400);
    }),
    { numRuns: 200 },
  );
  for (const tampered of [raw.subarray(1), raw.subarray(0, -1), Buffer.concat([raw, Buffer.from(" ")]), Buffer.from(JSON.stringify(event, null, 1))])
    expect((await sendEvent(raw, { tampered })).status).toBe(400);
  expect(await stored()).toBe(before);
  expect((await sendEvent(raw)).status).toBe(200);
});

test("every digit of the signature counts", async () => {
  const raw = Buffer.from(JSON.stringify({ ...event, metadata: { event_id: "digits" } }));
  const right = createHmac("sha256", "the-new-signing-secret").update(raw).digest("hex");
  const wrong = Array.from(right, (digit, at) => `${right.slice(0, at)}${digit === "0" ? "1" : "0"}${right.slice(at + 1)}`);
  for (const signature of [...wrong, right.slice(0, -1), `${right}0`, right.toUpperCase(), Buffer.from(right, "hex").toString("base64")])
    expect((await sendEvent(raw, { signature })).status, signature).toBe(400);
  expect((await sendEvent(raw, { signature: right })).status).toBe(200);
});

test("any bytes that are rightly signed are taken or refused as JSON, never a fault", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json().map((text) => Buffer.from(text)),
      ),
      async (bytes) => {
        expect([200, 400]).toContain((await sendEvent(bytes)).status);
      },
    ),
    { numRuns: 150 },
  );
});

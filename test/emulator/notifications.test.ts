import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { type Emulated, emulated } from "./setup/emulator";
import { eventually } from "./setup/eventually";
import { operationalMerchant } from "./setup/merchant";
import { receiver } from "./setup/receiver";

const operational = "partner.account.state-change.operational";
const webhooks = "/v2/notification/webhooks";
const keys = "/v2/notification/signing-keys";

const makeKey = async ({ call }: Emulated) => (await call("POST", keys)).body as { signing_key_id: string; signing_key: string };
const configured = (url: string, signing_key_id: string, more: object = {}) => ({
  body: { url, event_types: [operational], event_version: "v2", signing_key_id, status: "ENABLED", ...more },
});

describe("a signing key", () => {
  it("is shown once, is listed without its secret, and can be deleted while nothing uses it", async () => {
    const emulator = await emulated();
    const { signing_key_id, signing_key } = await makeKey(emulator);
    expect(signing_key_id).toMatch(/^krn:partner:global:notification:signing-key:/);
    expect(signing_key.length).toBeGreaterThan(20);
    const listed = await emulator.call("GET", keys);
    expect(listed.body.signing_keys.map((key: { signing_key_id: string }) => key.signing_key_id)).toEqual([signing_key_id]);
    expect(listed.text).not.toContain(signing_key);
    const { body: webhook } = await emulator.call("POST", webhooks, configured("https://desk.example/hook", signing_key_id));
    expect((await emulator.call("DELETE", `${keys}/${signing_key_id}`)).status).toBe(409);
    expect((await emulator.call("DELETE", `${webhooks}/${webhook.webhook_id}`)).status).toBe(204);
    expect((await emulator.call("DELETE", `${keys}/${signing_key_id}`)).status).toBe(204);
    expect((await emulator.call("DELETE", `${keys}/${signing_key_id}`)).status).toBe(404);
  });

  it("is made once for an idempotency key, which answers with the same secret", async () => {
    const emulator = await emulated();
    const [one, other] = [await emulator.call("POST", keys, { key: "once" }), await emulator.call("POST", keys, { key: "once" })];
    expect(other.body).toEqual(one.body);
    expect((await emulator.call("GET", keys)).body.signing_keys).toHaveLength(1);
  });

  it("is one of at most fifty in an environment, and of no other", async () => {
    const emulator = await emulated();
    for (let count = 0; count < 50; count += 1) expect((await emulator.call("POST", keys)).status).toBe(200);
    expect((await emulator.call("POST", keys)).status).toBe(409);
    expect((await emulator.call("POST", keys, { apiKey: "klarna_live_api_emulator" })).status).toBe(200);
  });
});

describe("a webhook", () => {
  it.each([
    ["https://desk.example/hook", 200],
    ["https://desk.example:443/hook", 200],
    ["https://desk.example:8443/hook", 200],
    ["http://127.0.0.1:3000/hook", 200],
    ["http://localhost:3000/hook", 200],
    ["https://desk.example:444/hook", 400],
    ["http://desk.example/hook", 400],
    ["http://localhost.example/hook", 400],
    ["ftp://127.0.0.1/hook", 400],
    ["desk.example", 400],
  ])("to %s is answered %i", async (url, status) => {
    const emulator = await emulated();
    const { signing_key_id } = await makeKey(emulator);
    expect((await emulator.call("POST", webhooks, configured(url, signing_key_id))).status).toBe(status);
  });

  it("exists once with the same configuration, and only with a key that exists", async () => {
    const emulator = await emulated();
    const { signing_key_id } = await makeKey(emulator);
    const hook = configured("https://desk.example/hook", signing_key_id);
    const { body } = await emulator.call("POST", webhooks, hook);
    const again = await emulator.call("POST", webhooks, hook);
    expect([again.status, again.body.error_message]).toEqual([409, "The webhook configuration already exists"]);
    expect((await emulator.call("PATCH", `${webhooks}/${body.webhook_id}`, { body: { status: "DISABLED" } })).body).toMatchObject({
      ...body,
      status: "DISABLED",
    });
    expect((await emulator.call("POST", webhooks, configured("https://desk.example/hook", "krn:nobody"))).status).toBe(400);
    expect((await emulator.call("GET", webhooks)).body.webhooks).toHaveLength(1);
    expect((await emulator.call("GET", webhooks, { apiKey: "klarna_live_api_emulator" })).body.webhooks).toEqual([]);
  });

  it("gets the events that it is subscribed to, signed with its own key, in the place of the one from the start", async () => {
    const [hook, from] = [await receiver(), await receiver()];
    const emulator = await emulated({ webhooks: { test: { url: from.url, key_id: "start", secret: "at the start" } } });
    const key = await makeKey(emulator);
    const { body: webhook } = await emulator.call("POST", webhooks, configured(hook.url, key.signing_key_id, { event_types: ["partner.account.*"] }));
    await emulator.call("POST", webhooks, configured(hook.url, key.signing_key_id, { event_types: ["settlement.report.created"] }));
    const { account_id } = await operationalMerchant(emulator);
    await hook.gets(1);
    const [{ headers, body } = { headers: {}, body: "" }] = hook.received;
    expect(headers["klarna-signing-key-id"]).toBe(key.signing_key_id);
    expect(headers["klarna-signature"]).toBe(createHmac("sha256", key.signing_key).update(body).digest("hex"));
    expect(JSON.parse(body).metadata).toMatchObject({ subject_account_id: account_id, webhook_id: webhook.webhook_id });
    expect(from.received).toEqual([]);
  });

  it("gets repeats signed as the first try was, and what happens after a switch signed with the new key", async () => {
    const hook = await receiver([500]);
    const emulator = await emulated();
    const [old, next] = [await makeKey(emulator), await makeKey(emulator)];
    const { body } = await emulator.call("POST", webhooks, configured(hook.url, old.signing_key_id));
    await operationalMerchant(emulator);
    await hook.gets(1);
    await emulator.call("PATCH", `${webhooks}/${body.webhook_id}`, { body: { signing_key_id: next.signing_key_id } });
    await operationalMerchant(emulator, { account_reference: "M-2" });
    await hook.gets(2);
    await eventually(async () => (await emulator.control("GET", "/deliveries")).body[0].attempts.length).toBe(1);
    await emulator.advance(10_000);
    await hook.gets(3);
    expect(hook.received.map(({ headers }) => headers["klarna-signing-key-id"])).toEqual([old.signing_key_id, next.signing_key_id, old.signing_key_id]);
  });

  it("can be sent a made-up event of any type; a disabled one gets nothing", async () => {
    const hook = await receiver();
    const emulator = await emulated();
    const { signing_key_id } = await makeKey(emulator);
    const { body } = await emulator.call("POST", webhooks, configured(hook.url, signing_key_id));
    const one = `${webhooks}/${body.webhook_id}`;
    const event = { body: { event_type: "settlement.report.created", event_version: "v2" } };
    expect((await emulator.call("POST", `${one}/simulate`, event)).status).toBe(200);
    await hook.gets(1);
    expect(JSON.parse(hook.received[0]?.body ?? "").metadata).toMatchObject({
      event_type: "settlement.report.created",
      webhook_id: body.webhook_id,
      live: false,
    });
    await emulator.call("PATCH", one, { body: { status: "DISABLED" } });
    expect((await emulator.call("POST", `${one}/simulate`, event)).status).toBe(409);
    await operationalMerchant(emulator);
    expect((await emulator.control("GET", "/deliveries")).body).toHaveLength(1);
  });

  it("is there after a restart, and what was on its way to it goes on", async () => {
    const data = mkdtempSync(path.join(os.tmpdir(), "emulator-hooks-"));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const hook = await receiver([500]);
    const stops: (() => Promise<void>)[] = [];
    const first = await emulated({ data }, (stop) => void stops.push(async () => void (await (stop as () => unknown)())));
    const { signing_key_id } = await makeKey(first);
    await first.call("POST", webhooks, configured(hook.url, signing_key_id));
    await operationalMerchant(first);
    await hook.gets(1);
    await eventually(async () => (await first.control("GET", "/deliveries")).body[0].attempts.length).toBe(1);
    for (const stop of stops) await stop();
    const second = await emulated({ data });
    expect((await second.call("GET", webhooks)).body.webhooks).toHaveLength(1);
    await second.advance(10_000);
    await hook.gets(2);
    expect(hook.received[1]?.headers["klarna-signing-key-id"]).toBe(signing_key_id);
  });
});

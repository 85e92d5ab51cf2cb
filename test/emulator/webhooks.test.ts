import { createHmac } from "node:crypto";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { sign } from "@/emulator/webhooks/signature";

import { type Emulated, emulated } from "./setup/emulator";
import { eventually } from "./setup/eventually";
import { onboarding, operationalMerchant } from "./setup/merchant";
import { receiver } from "./setup/receiver";

const key = { key_id: "krn:partner:global:notification:signing-key:1", secret: "made-up-secret" };
const tries = async ({ control }: Emulated) => (await control("GET", "/deliveries")).body[0]?.attempts.length ?? 0;

describe("a webhook", () => {
  it("tells that an account is operational, signed over the bytes that are sent", async () => {
    const hook = await receiver();
    const emulator = await emulated({ webhooks: { test: { url: hook.url, ...key } } });
    const { account_id } = await operationalMerchant(emulator);
    await hook.gets(1);
    const [{ headers, body } = { headers: {}, body: "" }] = hook.received;
    expect(headers["klarna-signing-key-id"]).toBe(key.key_id);
    expect(headers["klarna-signature"]).toBe(createHmac("sha256", key.secret).update(body, "utf8").digest("hex"));
    const { metadata, payload } = JSON.parse(body);
    expect(metadata).toMatchObject({
      event_type: "partner.account.state-change.operational",
      event_version: "v2",
      subject_account_id: account_id,
      live: false,
    });
    expect(payload).toMatchObject({ account_id, account_reference: "M-1", state: "OPERATIONAL", state_reason: "SETUP_COMPLETE" });
  });

  it("tells that Klarna has enabled an account again", async () => {
    const hook = await receiver();
    const emulator = await emulated();
    const { account_id } = await operationalMerchant(emulator);
    await emulator.control("POST", `/accounts/${account_id}/disable-by-klarna`);
    await emulator.control("POST", "/webhooks", { environment: "test", url: hook.url, ...key });
    await emulator.control("POST", `/accounts/${account_id}/enable-by-klarna`);
    await hook.gets(1);
    expect(hook.received.map(({ body }) => JSON.parse(body).metadata)).toMatchObject([
      { event_type: "partner.account.state-change.operational", subject_account_id: account_id },
    ]);
  });

  it("tells that a product was disabled and enabled, with the product", async () => {
    const hook = await receiver();
    const emulator = await emulated();
    const { product } = await operationalMerchant(emulator);
    await emulator.control("POST", "/webhooks", { environment: "test", url: hook.url, ...key });
    await emulator.call("POST", `${product}/disable`, { body: { reason: "FRAUD", reason_details: "Stolen cards" } });
    await hook.gets(1);
    await emulator.call("POST", `${product}/enable`);
    await hook.gets(2);
    const events = hook.received.map(({ body }) => JSON.parse(body));
    expect(events.map(({ metadata }) => metadata.event_type.split(".").at(-1))).toEqual(["disabled", "enabled"]);
    expect(events.map(({ payload }) => payload.state_reason)).toEqual(["FRAUD_BY_PARTNER", "APPROVED"]);
    expect(events[0].metadata.product_instance_id).toBe(events[0].payload.product_id);
  });

  it("isn't sent for what was refused, nor in an environment without an address", async () => {
    const hook = await receiver();
    const emulator = await emulated({ webhooks: { live: { url: hook.url, ...key } } });
    const { product } = await operationalMerchant(emulator);
    await emulator.call("POST", `${product}/enable`);
    await emulator.call("POST", `${product}/disable`, { body: { reason: "FRAUD", reason_details: "Stolen cards" } });
    expect((await emulator.control("GET", "/deliveries")).body).toEqual([]);
  });

  it("is tried again by Klarna's schedule, and given up after the last", async () => {
    const hook = await receiver([500, 404, 302, 400, 503, 500, 500]);
    const emulator = await emulated({ webhooks: { test: { url: hook.url, ...key } } });
    await operationalMerchant(emulator);
    const minute = 60_000;
    for (const [index, wait] of [10_000, 2 * minute, 15 * minute, 180 * minute, 360 * minute, 720 * minute].entries()) {
      await eventually(() => tries(emulator)).toBe(index + 1);
      await emulator.advance(wait - 1);
      expect(hook.received).toHaveLength(index + 1);
      await emulator.advance(1);
      await hook.gets(index + 2);
    }
    await eventually(() => tries(emulator)).toBe(7);
    const [delivery] = (await emulator.control("GET", "/deliveries")).body;
    expect(delivery).toMatchObject({ state: "failed" });
    expect(new Set(hook.received.map(({ body }) => body)).size).toBe(1);
  });

  it.each([200, 201, 202, 204])("is delivered once it's answered %i", async (status) => {
    const hook = await receiver([500, status]);
    const emulator = await emulated({ webhooks: { test: { url: hook.url, ...key } } });
    await operationalMerchant(emulator);
    await eventually(() => tries(emulator)).toBe(1);
    await emulator.advance(10_000);
    await eventually(async () => (await emulator.control("GET", "/deliveries")).body[0].state).toBe("delivered");
    await emulator.advance(86_400_000);
    expect(hook.received).toHaveLength(2);
  });

  it("counts as failed when nobody answers in time, or at all", async () => {
    const hook = await receiver([undefined]);
    const emulator = await emulated({ timeScale: 0.001, webhooks: { test: { url: hook.url, ...key } } });
    await operationalMerchant(emulator);
    await eventually(async () => (await emulator.control("GET", "/deliveries")).body[0]?.attempts[0]?.outcome).toBe("timeout");
    await emulator.control("POST", "/webhooks", { environment: "test", url: "http://127.0.0.1:1/", ...key });
    await emulator.advance(10_000);
    await eventually(async () => (await emulator.control("GET", "/deliveries")).body[0]?.attempts[1]?.outcome).toBe("unreachable");
  });

  it("comes for each onboarding by itself where time is short", async () => {
    const hook = await receiver();
    const emulator = await emulated({ timeScale: 0.001, webhooks: { test: { url: hook.url, ...key } } });
    await emulator.control("POST", "/clock", { hold: false });
    for (const account_reference of ["A", "B", "C"])
      await emulator.call("POST", "/v2/distribution/onboard", { body: await onboarding(emulator, { account_reference }) });
    // On a busy machine a try may time out and be repeated.
    await eventually(() => new Set(hook.received.map(({ body }) => JSON.parse(body).metadata.event_id)).size).toBe(3);
  });

  it("is signed so that any change of body or secret shows", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (body, secret, other) => {
        expect(sign(secret, body)).toMatch(/^[0-9a-f]{64}$/);
        expect(sign(secret, `${body}${other}`)).not.toBe(sign(secret, body));
        if (secret !== other && !secret.startsWith(other) && !other.startsWith(secret)) expect(sign(other, body)).not.toBe(sign(secret, body));
      }),
    );
  });
});

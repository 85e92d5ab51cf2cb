import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Emulated, emulated } from "./setup/emulator";
import { onboarding, operationalMerchant } from "./setup/merchant";

const hour = 3_600_000;
const onboard = "/v2/distribution/onboard";

describe("an idempotency key", () => {
  it("makes a change once, however often, however many at a time and in whatever layout it's sent", async () => {
    const emulator = await emulated();
    const draft = await onboarding(emulator);
    let round = 0;
    const sending = fc.array(fc.record({ together: fc.integer({ min: 1, max: 4 }), shuffled: fc.boolean() }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sending, async (waves) => {
        round += 1;
        const body = { ...draft, account_reference: `P-${round}` };
        const before = await effects(emulator);
        const answers: string[] = [];
        for (const { together, shuffled } of waves) {
          const sent = shuffled ? Object.fromEntries(Object.entries(body).reverse()) : body;
          const wave = await Promise.all(Array.from({ length: together }, () => emulator.call("POST", onboard, { body: sent, key: `key-${round}` })));
          answers.push(...wave.map(({ status, text }) => `${status} ${text}`));
        }
        expect(new Set(answers).size).toBe(1);
        expect(answers[0]).toMatch(/^200 /);
        expect((await effects(emulator)) - before).toBe(1);
      }),
      { numRuns: 25 },
    );
  });

  it("waits for the first where it's still in flight", async () => {
    const emulator = await emulated();
    await emulator.control("POST", "/faults", { operation: "accounts.onboard", kind: "slow", ms: 50, times: 1 });
    const body = await onboarding(emulator);
    const answers = await Promise.all([1, 2, 3].map(() => emulator.call("POST", onboard, { body, key: "k" })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await effects(emulator)).toBe(1);
  });

  it("without it, or with another, the same thing is tried again", async () => {
    const emulator = await emulated();
    const body = await onboarding(emulator);
    expect((await emulator.call("POST", onboard, { body, key: "a" })).status).toBe(200);
    expect((await emulator.call("POST", onboard, { body, key: "b" })).status).toBe(409);
    expect((await emulator.call("POST", onboard, { body })).status).toBe(409);
  });

  it("doesn't keep a refusal: the corrected body goes through under it", async () => {
    const emulator = await emulated();
    const refused = await emulator.call("POST", onboard, { body: await onboarding(emulator, { account_name: "" }), key: "k" });
    expect(refused.status).toBe(400);
    expect((await emulator.call("POST", onboard, { body: await onboarding(emulator), key: "k" })).status).toBe(200);
  });

  it("is refused for another body, another address or another operation after a yes", async () => {
    const emulator = await emulated();
    const { one, product } = await operationalMerchant(emulator);
    const another = await operationalMerchant(emulator, { account_reference: "M-2" });
    const body = { reason: "FRAUD", reason_details: "Stolen cards" };
    await emulator.call("POST", `${product}/disable`, { body, key: "k" });
    const others = [
      await emulator.call("POST", `${product}/disable`, { body: { ...body, reason: "VOLUNTARY" }, key: "k" }),
      await emulator.call("POST", `${another.product}/disable`, { body, key: "k" }),
      await emulator.call("POST", `${one}/products/payment/disable`, { body, key: "k" }),
      await emulator.call("POST", `${product}/enable`, { key: "k" }),
    ];
    for (const other of others) {
      expect([other.status, other.body.error_code]).toEqual([409, "RESOURCE_CONFLICT"]);
      expect(other.body.error_message).toMatch(/Idempotency violation/);
    }
  });

  it("belongs to its environment, and is forgotten after 24 hours", async () => {
    const emulator = await emulated();
    const { product } = await operationalMerchant(emulator);
    const body = { reason: "FRAUD", reason_details: "Stolen cards" };
    const disable = (apiKey?: string) => emulator.call("POST", `${product}/disable`, { body, key: "k", ...(apiKey ? { apiKey } : {}) });
    expect((await disable()).status).toBe(200);
    expect((await disable("klarna_live_api_emulator")).status).toBe(404);
    await emulator.advance(23.9 * hour);
    expect((await disable()).status).toBe(200);
    await emulator.advance(0.1 * hour);
    expect((await disable()).body.error_message).toMatch(/disabled already/);
  });
});

async function effects({ control }: Emulated): Promise<number> {
  return (await control("GET", "/requests")).body["accounts.onboard"]?.effects ?? 0;
}

import { describe, expect, it } from "vitest";

import { type Emulated, emulated } from "./setup/emulator";

const profiles = "/v2/distribution/products/payment/profiles";
const live = { apiKey: "klarna_live_api_emulator" };

describe("the rate limits", () => {
  it("hold per account and per acquirer at once, and end with the second", async () => {
    const emulator = await emulated({ seed: 1, limited: true });
    const [first, second, third] = await accounts(emulator);
    expect(await statuses(emulator, 6, first)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statuses(emulator, 5, second)).toEqual([200, 200, 200, 200, 200]);
    // 12 an acquirer: two are left for a third account, though it may have five.
    expect(await statuses(emulator, 3, third)).toEqual([200, 200, 429]);
    await emulator.advance(1000);
    expect(await statuses(emulator, 1, first)).toEqual([200]);
  });

  it("are higher in live, and count each category and environment by itself", async () => {
    const emulator = await emulated({ limited: true });
    expect(count(await statuses(emulator, 13, profiles))).toEqual({ 200: 12, 429: 1 });
    expect(count(await statuses(emulator, 51, profiles, live))).toEqual({ 200: 50, 429: 1 });
    const onboarding = await Promise.all(Array.from({ length: 6 }, () => emulator.call("POST", "/v2/distribution/onboard", { body: {} })));
    expect(count(onboarding.map(({ status }) => status))).toEqual({ 400: 5, 429: 1 });
    const settlements = await statuses(emulator, 38, "/v2/settlement/settlements/1");
    expect(count(settlements)).toEqual({ 404: 37, 429: 1 });
  });

  it("are told in every answer, the nearest first", async () => {
    const emulator = await emulated({ seed: 1, limited: true });
    const [first = ""] = await accounts(emulator);
    const { headers } = await emulator.call("GET", first);
    expect(headers.get("x-ratelimit-limit")).toBe('5, 5;w=1;name="account_partner-management",12;w=1;name="psp_partner-management"');
    expect(headers.get("x-ratelimit-remaining")).toBe("4");
    expect(headers.get("x-ratelimit-reset")).toBe("1");
    for (const path of ["/v2/none", "/v2/settlement/settlements/1"]) expect((await emulator.call("GET", path)).headers.has("x-ratelimit-limit")).toBe(true);
    expect((await emulator.call("GET", profiles, { apiKey: "klarna_test_api_other" })).headers.has("x-ratelimit-limit")).toBe(true);
  });

  it("answer in Klarna's shape, and can be widened or turned off", async () => {
    const emulator = await emulated({ limited: true });
    await statuses(emulator, 12, profiles);
    const refused = await emulator.call("GET", profiles);
    expect(refused.body).toMatchObject({ error_type: "ACCESS_ERROR", error_code: "RATE_LIMITED" });
    await emulator.control("POST", "/limits", { factor: 2 });
    expect(count(await statuses(emulator, 25, profiles))).toEqual({ 200: 24, 429: 1 });
    await emulator.control("POST", "/limits", { factor: "unlimited" });
    expect(count(await statuses(emulator, 60, profiles))).toEqual({ 200: 60 });
  });
});

async function accounts({ control }: Emulated): Promise<readonly string[]> {
  const { body } = await control("GET", "/accounts?environment=test");
  return body.map(({ account_id }: { account_id: string }) => `/v2/accounts/${account_id}`);
}

async function statuses({ call }: Emulated, times: number, path = "", sent = {}): Promise<number[]> {
  const answers: number[] = [];
  for (let time = 0; time < times; time += 1) answers.push((await call("GET", path, sent)).status);
  return answers;
}

function count(answers: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const status of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

import { describe, expect, it } from "vitest";

import type { FaultKind } from "@/emulator/http/faults";

import { type Emulated, emulated } from "./setup/emulator";
import { eventually } from "./setup/eventually";
import { onboarding, operationalMerchant } from "./setup/merchant";

const onboard = "/v2/distribution/onboard";
const order = ({ control }: Emulated, kind: FaultKind, more = {}) => control("POST", "/faults", { operation: "accounts.onboard", kind, times: 1, ...more });
const merchants = async ({ control }: Emulated) => (await control("GET", "/accounts")).body.length;

describe("a fault", () => {
  it.each([
    ["403", 403, "OPERATION_FORBIDDEN"],
    ["429", 429, "RATE_LIMITED"],
    ["500", 500, "INTERNAL_ERROR"],
    ["503", 503, "TEMPORARY_UNAVAILABLE"],
  ] as const)("%s is answered and nothing has happened", async (kind, status, error_code) => {
    const emulator = await emulated();
    await order(emulator, kind);
    const answer = await emulator.call("POST", onboard, { body: await onboarding(emulator), key: "k" });
    expect([answer.status, answer.body.error_code]).toEqual([status, error_code]);
    expect(await merchants(emulator)).toBe(0);
    expect((await emulator.call("POST", onboard, { body: await onboarding(emulator), key: "k" })).status).toBe(200);
  });

  it("cut-before loses the connection and nothing has happened", async () => {
    const emulator = await emulated();
    await order(emulator, "cut-before");
    const body = await onboarding(emulator);
    await expect(emulator.call("POST", onboard, { body, key: "k" })).rejects.toThrow();
    expect(await merchants(emulator)).toBe(0);
  });

  it.each(["cut-after", "half"] as const)("%s loses the connection after it has happened, and the key brings the answer back", async (kind) => {
    const emulator = await emulated();
    await order(emulator, kind);
    const body = await onboarding(emulator);
    await expect(emulator.call("POST", onboard, { body, key: "k" })).rejects.toThrow();
    expect(await merchants(emulator)).toBe(1);
    expect((await emulator.call("POST", onboard, { body, key: "k" })).body).toMatchObject({ account_reference: "M-1" });
    expect(await merchants(emulator)).toBe(1);
  });

  it.each([
    ["500-after", 500, "application/json"],
    ["garbage", 200, "text/html"],
  ] as const)("%s answers something else after it has happened", async (kind, status, type) => {
    const emulator = await emulated();
    await order(emulator, kind);
    const body = await onboarding(emulator);
    const answer = await emulator.call("POST", onboard, { body, key: "k" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, type]);
    expect(await merchants(emulator)).toBe(1);
    expect((await emulator.call("POST", onboard, { body, key: "k" })).body).toMatchObject({ account_reference: "M-1" });
  });

  it("hang never answers, and nothing has happened", async () => {
    const emulator = await emulated();
    await order(emulator, "hang");
    const hung = new AbortController();
    const headers = { authorization: "Basic klarna_test_api_emulator", "content-type": "application/json" };
    const asking = fetch(`${emulator.url}${onboard}`, { method: "POST", headers, body: JSON.stringify(await onboarding(emulator)), signal: hung.signal });
    await eventually(async () => (await emulator.control("GET", "/requests")).body["accounts.onboard"]?.received).toBe(1);
    expect(await merchants(emulator)).toBe(0);
    hung.abort();
    await expect(asking).rejects.toThrow();
  });

  it("strikes the operation it's ordered for, as often as it's ordered", async () => {
    const emulator = await emulated();
    const { one } = await operationalMerchant(emulator);
    await emulator.control("POST", "/faults", { operation: "accounts.get", kind: "503", times: 2 });
    expect((await emulator.call("GET", `${one}/channel/websites`)).status).toBe(200);
    const statuses = [await emulator.call("GET", one), await emulator.call("GET", one), await emulator.call("GET", one)].map(({ status }) => status);
    expect(statuses).toEqual([503, 503, 200]);
    expect((await emulator.control("GET", "/faults")).body).toEqual([]);
  });

  it("strikes by chance, and all until it's lifted", async () => {
    const emulator = await emulated();
    const { one } = await operationalMerchant(emulator);
    await emulator.control("POST", "/faults", { operation: "*", kind: "500", probability: 0.5 });
    const answers = await Promise.all(Array.from({ length: 60 }, () => emulator.call("GET", one)));
    const struck = answers.filter(({ status }) => status === 500).length;
    expect(struck).toBeGreaterThan(10);
    expect(struck).toBeLessThan(50);
    await emulator.control("DELETE", "/faults?operation=*");
    expect((await emulator.call("GET", one)).status).toBe(200);
  });
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { emulated } from "./setup/emulator";
import { eventually } from "./setup/eventually";
import { onboarding, operationalMerchant } from "./setup/merchant";
import { receiver } from "./setup/receiver";

const key = { key_id: "key-1", secret: "made-up-secret" };

describe("what was answered", () => {
  it("is there after a restart: merchants, keys that were used, credentials, webhooks on their way", async () => {
    const data = folder();
    const hook = await receiver([500]);
    const first = await emulated({ data });
    const { one } = await operationalMerchant(first);
    const second = await onboarding(first, { account_reference: "M-2" });
    const { text } = await first.call("POST", "/v2/distribution/onboard", { body: second, key: "k" });
    const { api_key } = (await first.call("POST", "/v2/account/credentials", { body: { type: "API", environment: "TEST" } })).body;
    await first.control("POST", "/webhooks", { environment: "test", url: hook.url, ...key });
    await first.advance(3000);
    await eventually(async () => (await first.control("GET", "/deliveries")).body[0]?.attempts.length).toBe(1);
    await first.stop();

    const again = await emulated({ data });
    expect((await again.call("GET", one, { apiKey: api_key })).body.account_reference).toBe("M-1");
    expect((await again.call("POST", "/v2/distribution/onboard", { body: second, key: "k" })).text).toBe(text);
    await again.advance(10_000);
    await hook.gets(2);
    expect(hook.received[1]?.body).toBe(hook.received[0]?.body);
  });

  it("goes on being told, though the process ended in the middle of telling", async () => {
    const data = folder();
    const hook = await receiver([undefined]);
    const first = await emulated({ data, webhooks: { test: { url: hook.url, ...key } } });
    await operationalMerchant(first);
    await hook.gets(1);
    await first.stop();
    await emulated({ data });
    await hook.gets(2);
  });

  it("is there after kill -9, and a set-up that was under way goes on", async () => {
    const data = folder();
    const process = await running(data);
    const { account_id } = await (await onboardAt(process.url)).json();
    process.child.kill("SIGKILL");
    await once(process.child, "exit");

    const again = await emulated({ data });
    const one = `/v2/accounts/${account_id}`;
    expect((await again.call("GET", one)).body.state).toBe("PARTIALLY_OPERATIONAL");
    await again.advance(60_000);
    expect((await again.call("GET", one)).body.state).toBe("OPERATIONAL");
  });

  it("doesn't include a last line that was torn", async () => {
    const data = folder();
    const first = await emulated({ data });
    const { one } = await operationalMerchant(first);
    await first.stop();
    appendFileSync(join(data, "journal.jsonl"), '[["test accounts","krn:partner:global:account:test:TORN0000",{"acc');

    const again = await emulated({ data });
    expect((await again.control("GET", "/accounts")).body).toHaveLength(1);
    await again.call("PATCH", one, { body: { account_name: "Blå Rummet" } });
    await again.stop();
    const last = await emulated({ data });
    expect((await last.call("GET", one)).body.account_name).toBe("Blå Rummet");
  });

  it("isn't guessed at where the journal is damaged in the middle", async () => {
    const data = folder();
    writeFileSync(join(data, "journal.jsonl"), '[["test acc\n[]\n');
    await expect(emulated({ data })).rejects.toThrow(/damaged at line 1/);
  });

  it("is gone after a reset, in memory and on disk, but for where webhooks go", async () => {
    const data = folder();
    const hook = await receiver();
    const first = await emulated({ data, seed: 1, webhooks: { test: { url: hook.url, ...key } } });
    await first.call("POST", "/v2/distribution/onboard", { body: await onboarding(first) });
    await first.control("POST", "/reset");
    await first.advance(60_000);
    expect((await first.control("GET", "/accounts")).body).toEqual([]);
    expect(hook.received).toEqual([]);
    expect(readFileSync(join(data, "journal.jsonl"), "utf8")).not.toContain("account_reference");
    await first.stop();
    const again = await emulated({ data });
    expect((await again.control("GET", "/accounts")).body).toEqual([]);
    await operationalMerchant(again);
    await hook.gets(1);
  });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "emulator-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

/** The emulator as a process of its own, as a person starts it. */
async function running(data: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const args = ["--import", "tsx", "emulator/main.ts", "--port", "0", "--data", data, "--seed", "1", "--setup-delay", "60000"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  const [, url = ""] = /^emulator ready on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line)) ?? [];
  return { url, child };
}

async function onboardAt(url: string): Promise<Response> {
  const headers = { authorization: "Basic klarna_test_api_emulator", "content-type": "application/json" };
  const call = (path: string, init = {}) => fetch(`${url}${path}`, { headers, ...init });
  const [profile] = (await (await call("/v2/distribution/products/payment/profiles")).json()) as [{ distribution_profile_id: string }];
  const products = [{ type: "PAYMENT", distribution_profile_id: profile.distribution_profile_id, merchant_category_code: "5712" }];
  const body = JSON.stringify({ account_reference: "M-1", account_name: "Gröna Rummet", account_owner: {}, products, channel: {} });
  return call("/v2/distribution/onboard", { method: "POST", body });
}

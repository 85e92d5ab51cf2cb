import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { startBackground } from "@/lib/server/jobs/background";
import { findMerchant } from "@/lib/server/merchants/directory";
import { receiveWebhook } from "@/lib/server/webhooks/receive";

import { ask } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { acceptableOnboarding, startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let cookie: string;
let inbox: Server;
let stop: () => Promise<void>;
beforeAll(async () => {
  cookie = (await signedIn("operations")).cookie;
  inbox = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const request = new Request("http://desk.example:3000/", {
      method: "POST",
      headers: incoming.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    });
    response.writeHead((await receiveWebhook(request, "test")).status).end();
  });
  await new Promise<void>((resolve) => inbox.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/`;
  await emulator.order("/webhooks", { environment: "test", url, key_id: "new-key", secret: "the-new-signing-secret" });
  stop = startBackground();
});
afterAll(async () => {
  await stop();
  inbox.closeAllConnections();
  await new Promise((resolve) => inbox.close(resolve));
});

const stateOf = async (id: string) => (await findMerchant("test", id))?.state;
const soon = { timeout: 20_000, interval: 20 };

async function onboard(attempt: string): Promise<string> {
  const answer = await ask("accounts.onboard", { cookie, attempt, body: await acceptableOnboarding(emulator.url) });
  return (answer.body as { account_id: string }).account_id;
}

test("a merchant goes live without anybody touching anything: a signed webhook arrives, and the desk reads again", async () => {
  await emulator.order("/clock", { hold: true });
  const id = await onboard(crypto.randomUUID());
  expect(await stateOf(id)).toBe("PARTIALLY_OPERATIONAL");
  await query("UPDATE rereads SET due_at = now() + interval '1 hour'");
  await emulator.order("/clock", { hold: false, advance: 60_000 });
  await vi.waitFor(async () => expect(await stateOf(id)).toBe("OPERATIONAL"), soon);
  await vi.waitFor(async () => expect(await query("SELECT 1 FROM webhook_events WHERE processed_at IS NULL")).toEqual([]), soon);
  expect(await query("SELECT field, after FROM merchant_changes WHERE account_id = $1", [id])).toEqual([
    { field: "state", after: "OPERATIONAL / SETUP_COMPLETE" },
  ]);
});

test("where no webhook can arrive, a re-read with back-off does the same", async () => {
  await emulator.order("/webhooks", { environment: "test", url: "http://127.0.0.1:1/", key_id: "new-key", secret: "the-new-signing-secret" });
  const id = await onboard(crypto.randomUUID());
  await emulator.order("/clock", { advance: 60_000 });
  await vi.waitFor(async () => expect(await stateOf(id)).toBe("OPERATIONAL"), soon);
  expect(await query("SELECT 1 FROM webhook_events WHERE account_id = $1", [id])).toEqual([]);
});

test("an onboarding whose answer was lost is settled by the desk itself, with one merchant", async () => {
  const before = (await emulator.count("accounts.onboard")).effects;
  const attempt = crypto.randomUUID();
  await emulator.fault("accounts.onboard", "cut-after", 4);
  expect((await ask("accounts.onboard", { cookie, attempt, body: await acceptableOnboarding(emulator.url) })).status).toBe(504);
  await vi.waitFor(async () => expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed" }]), soon);
  expect((await emulator.count("accounts.onboard")).effects).toBe(before + 1);
});

test("the audit log is sealed while this goes on", async () => {
  await vi.waitFor(async () => expect(await query("SELECT 1 FROM audit_entries WHERE link IS NULL")).toEqual([]), soon);
});

import { beforeAll, beforeEach, expect, test } from "vitest";

import { allThatHappened, type OperationEntry } from "@/lib/desk/timeline";
import { operations } from "@/lib/klarna/operations";
import { query } from "@/lib/server/db/client";
import { rereadDue } from "@/lib/server/merchants/reread-due";
import { timelineOf } from "@/lib/server/merchants/timeline";
import { conclude } from "@/lib/server/operations/conclude";

import { ask } from "../harness/ask";
import { validCall } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { sendEvent } from "../harness/webhook";

// LIVE has no key: no webhook can reach it.
let klarna: ScriptedKlarna;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  { KLARNA_LIVE_WEBHOOK_KEYS: "", DESK_TIME_SCALE: "1" },
);

const account = "krn:partner:global:account:test:LWT2XJSE";
const whole = { account_id: account, account_name: "Nordlys", state: "OPERATIONAL", state_reason: "SETUP_COMPLETE" };
let person: SignedIn;

beforeAll(async () => {
  person = await signedIn("operations");
});
beforeEach(async () => {
  for (const table of ["rereads", "webhook_events", "operations", "merchants"]) await query(`DELETE FROM ${table}`);
  klarna.script = ({ path }) => ({ body: JSON.stringify(path.endsWith("able") ? { product_id: "default", state: "ENABLED" } : whole) });
});

/** A change that Klarna confirms, and nothing else to be read: the wish that follows every change is taken away. */
async function confirmed(name: string, environment = "test"): Promise<void> {
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no ${name}.`);
  expect((await ask(name, { ...validCall(operation), environment, cookie: person.cookie })).status).toBe(200);
  await query("DELETE FROM rereads");
  klarna.received.length = 0;
}

let count = 0;
const tell = (event_type: string) => {
  count += 1;
  return sendEvent({ metadata: { event_id: `a-${count}`, event_type, subject_account_id: account } });
};
const operational = "partner.account.state-change.operational";
const disabled = "partner.account.product.payment.state-change.disabled";
const timeIsUp = () => query("UPDATE operations SET awaited_until = now() - interval '1 second' WHERE awaited_until IS NOT NULL");
const reads = () => klarna.received.filter(({ method }) => method === "GET").length;

async function announcement(environment: "test" | "live" = "test") {
  const { entries } = await timelineOf(environment, account, "admin", allThatHappened, { limit: 200 });
  return entries.find((entry): entry is OperationEntry => entry.kind === "operation")?.announcement;
}

test("a webhook that Klarna owes is awaited for twenty minutes, and until then nobody reads because of it", async () => {
  await confirmed("accounts.update");
  expect(await announcement()).toMatchObject({ is: "awaited" });
  expect(await query("SELECT FROM operations WHERE awaited_until BETWEEN now() + interval '19 minutes' AND now() + interval '20 minutes'")).toHaveLength(1);
  await rereadDue();
  expect(reads()).toBe(0);
});

test("it comes: the timeline says when, and goes on saying so once the webhook itself is kept no longer", async () => {
  await confirmed("accounts.update");
  await tell(operational);
  const [row] = await query<{ at: string }>(`SELECT to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM webhook_events`);
  expect(await announcement()).toEqual({ is: "come", at: row?.at });
  await rereadDue();
  await timeIsUp();
  await rereadDue();
  expect(reads()).toBe(1);
  await query("DELETE FROM webhook_events");
  expect(await announcement()).toEqual({ is: "come", at: row?.at });
});

test("it is late: the merchant is read again, once, and the timeline says that instead", async () => {
  await confirmed("paymentProducts.enableOnly");
  await timeIsUp();
  klarna.script = () => ({ status: 500 });
  await rereadDue();
  expect(await announcement()).toMatchObject({ is: "late", read_again: false });
  klarna.script = () => ({ body: JSON.stringify(whole) });
  await query("UPDATE rereads SET due_at = now()");
  klarna.received.length = 0;
  await rereadDue();
  await rereadDue();
  expect(reads()).toBe(1);
  expect(await announcement()).toMatchObject({ is: "late", read_again: true });
});

test("one that comes after all is what counts", async () => {
  await confirmed("accounts.update");
  await timeIsUp();
  await rereadDue();
  expect(await announcement()).toMatchObject({ is: "late" });
  await tell(operational);
  expect(await announcement()).toMatchObject({ is: "come" });
});

test("a webhook about something else, of another account, or from before isn't it", async () => {
  await tell(operational);
  await rereadDue();
  await confirmed("accounts.update");
  await tell(disabled);
  await sendEvent({ metadata: { event_id: "another's", event_type: operational, subject_account_id: `${account}2` } });
  expect(await announcement()).toMatchObject({ is: "awaited" });
  await rereadDue();
  klarna.received.length = 0;
  await timeIsUp();
  await rereadDue();
  expect(reads()).toBe(1);
});

test("nothing is awaited of what Klarna doesn't announce or has refused, or where no webhook can come", async () => {
  await confirmed("businessInformation.update");
  expect(await announcement()).toBeNull();
  await query("DELETE FROM operations");
  await confirmed("accounts.update", "live");
  expect(await announcement("live")).toBeNull();
  await query("DELETE FROM operations");
  klarna.script = () => ({ status: 400, body: '{"error_code":"BAD"}' });
  const call = validCall(operations.get("accounts.update") as never);
  expect((await ask("accounts.update", { ...call, cookie: person.cookie })).status).toBe(400);
  expect(await announcement()).toBeNull();
  expect(await query("SELECT FROM operations WHERE awaited_until IS NOT NULL")).toEqual([]);
});

test("a key that the desk made itself is enough to await", async () => {
  await query("INSERT INTO webhook_keys (environment, key_id, secret, source, person_id) VALUES ('live', 'made', '', 'made', $1)", [person.id]);
  await confirmed("accounts.update", "live");
  expect(await announcement("live")).toMatchObject({ is: "awaited" });
});

test("what a person or a look found out is awaited as well", async () => {
  const call = validCall(operations.get("accounts.update") as never);
  klarna.script = () => ({ status: 500 });
  expect((await ask("accounts.update", { ...call, cookie: person.cookie })).status).toBe(504);
  expect(await announcement()).toBeNull();
  const [row] = await operationsOf(call.attempt ?? "");
  const operation = operations.get("accounts.update") as never;
  await conclude({ id: row?.id ?? "", operation, fence: row?.fence ?? 0, verdict: "done", settledBy: "read" });
  expect(await announcement()).toMatchObject({ is: "awaited" });
});

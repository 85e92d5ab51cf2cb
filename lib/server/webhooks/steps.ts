import "server-only";
import { randomUUID } from "node:crypto";

import type { TestEventSent, WebhookAddress, WebhookKey } from "@/lib/desk/webhook-address";
import { eventTypes, eventVersion } from "@/lib/klarna/notifications/events";
import { signingKeys } from "@/lib/klarna/notifications/signing-keys";
import { notificationWebhooks } from "@/lib/klarna/notifications/webhooks";
import type { Operation, OutputOf } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { change } from "../operations/change";
import type { Actor } from "../operations/record";
import { usableKeys } from "./address";

/** Has Klarna send this environment's events here: with a key that both sides have, or a new one. What is registered already is set right. */
export async function register(address: WebhookAddress, attempt: string, by: Actor): Promise<void> {
  // Without Klarna's answer nothing says that it has no webhook of this address yet.
  if (address.problem) throw new ProblemError(address.problem);
  if (address.fault) throw new ProblemError({ status: 400, code: "ADDRESS_NOT_REACHABLE", message: address.fault });
  const keyId = usableKeys(address.keys)[0]?.key_id ?? (await makeKey(address, attempt, by));
  const wanted = { event_types: [...eventTypes], event_version: eventVersion, signing_key_id: keyId, status: "ENABLED" as const };
  if (address.webhook) return update(address, wanted, attempt, by);
  await send(address, notificationWebhooks.create, {}, { url: address.url, ...wanted }, attempt, by);
}

/** Makes a new key and has Klarna sign with it. The desk accepts both from before the first is used to after the last was. */
export async function makeAndSwitch(address: WebhookAddress, attempt: string, by: Actor): Promise<void> {
  requireWebhook(address);
  await update(address, { signing_key_id: await makeKey(address, attempt, by) }, attempt, by);
}

/** Has Klarna sign with a key that was made before. */
export async function switchTo(address: WebhookAddress, keyId: string, attempt: string, by: Actor): Promise<void> {
  requireWebhook(address);
  if (!usableKeys(address.keys).some((key: WebhookKey) => key.key_id === keyId))
    throw new ProblemError({
      status: 409,
      code: "KEY_NOT_USABLE",
      message: "Klarna can't sign with this key any more, or the desk can't verify it. Make a new one.",
    });
  await update(address, { signing_key_id: keyId }, attempt, by);
}

/** Asks once more for a key whose making had no clear answer, under the same idempotency key: Klarna answers what it answered then. */
export async function askForKey(address: WebhookAddress, by: Actor): Promise<void> {
  if (address.next !== "ask-again")
    throw new ProblemError({ status: 409, code: "NOTHING_UNKNOWN", message: "Nothing is unknown any more: go on with what the page shows now." });
  await makeKey(address, address.attempt, by);
}

/** Has Klarna send a made-up event here, and says when it was asked. Each is one of its own. */
export async function sendTestEvent(address: WebhookAddress, event_type: string, by: Actor): Promise<TestEventSent> {
  const { webhook_id } = requireWebhook(address);
  const [now] = await query<{ at: string }>(`SELECT ${utc("now()")} AS at`);
  await send(address, notificationWebhooks.simulate, { webhook_id }, { event_type, event_version: eventVersion }, randomUUID(), by);
  return { event_type, sent_at: now?.at ?? "" };
}

async function makeKey(address: WebhookAddress, attempt: string, by: Actor): Promise<string> {
  const { signing_key_id, signing_key } = (await send(address, signingKeys.create, {}, undefined, attempt, by)) as OutputOf<typeof signingKeys.create>;
  if (signing_key) return signing_key_id;
  throw new ProblemError({
    status: 502,
    code: "NO_SECRET",
    message: `Klarna made the key ${signing_key_id}, but its answer held no secret that the desk understands. Nothing signs with it; delete it, and enter a key by hand.`,
  });
}

async function update(address: WebhookAddress, body: object, attempt: string, by: Actor): Promise<void> {
  await send(address, notificationWebhooks.update, { webhook_id: requireWebhook(address).webhook_id }, body, attempt, by);
}

function requireWebhook({ webhook, environment, problem }: WebhookAddress) {
  if (webhook) return webhook;
  if (problem) throw new ProblemError(problem);
  throw new ProblemError({
    status: 409,
    code: "NOT_REGISTERED",
    message: `This desk isn't registered with ${environment.toUpperCase()} yet: register it first.`,
  });
}

/** Takes the steps of every change: recorded, sent, learned from, settled. */
async function send(
  { environment }: WebhookAddress,
  operation: Operation,
  params: Readonly<Record<string, string>>,
  value: unknown,
  attempt: string,
  by: Actor,
): Promise<unknown> {
  const body = value === undefined ? undefined : JSON.stringify(value);
  return (await change(by, { environment, operation, params, attempt, body, value }, "interactive")).output;
}

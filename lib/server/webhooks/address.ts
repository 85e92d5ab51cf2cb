import "server-only";
import { randomUUID } from "node:crypto";

import type { KnownAddress, NextStep, WebhookAddress, WebhookKey } from "@/lib/desk/webhook-address";
import type { Environment } from "@/lib/klarna/environment";
import { eventTypes } from "@/lib/klarna/notifications/events";
import { signingKeys } from "@/lib/klarna/notifications/signing-keys";

import { query } from "../db/client";
import { repeatableHours } from "../operations/key";
import { type AtKlarna, readAtKlarna } from "./at-klarna";
import { knownKeys } from "./known-keys";
import { addressFault, ownAddress } from "./own-address";

/** What the desk can say without asking Klarna: a page is drawn with it at once. */
export async function knownAddress(environment: Environment): Promise<KnownAddress> {
  return { environment, url: ownAddress(environment), fault: addressFault(environment), keys: await knownKeys(environment) };
}

/** How the desk is registered, put together from what Klarna says now and what the desk has, and what is to be done next. */
export async function readAddress(environment: Environment): Promise<WebhookAddress> {
  const [klarna, known, unsettled] = await Promise.all([readAtKlarna(environment), knownAddress(environment), unsettledKey(environment)]);
  const own = klarna.webhooks?.filter((webhook) => webhook.url === known.url) ?? [];
  const found = own.find(({ status }) => status === "ENABLED") ?? own[0];
  const webhook = found
    ? {
        webhook_id: found.webhook_id,
        status: found.status ?? "ENABLED",
        signing_key_id: found.signing_key_id ?? null,
        event_types: found.event_types ?? [],
      }
    : null;
  const keys = withKlarnas(known.keys, klarna, webhook?.signing_key_id ?? null);
  return {
    ...known,
    attempt: unsettled ?? randomUUID(),
    webhook,
    others: (klarna.webhooks?.length ?? 0) - own.length,
    problem: klarna.problem,
    by_hand: klarna.byHand,
    keys,
    next: klarna.problem ? null : unsettled ? "ask-again" : nextStep(webhook, keys),
  };
}

/** The keys that a webhook can be given: the desk has the secret, Klarna has the key, and none has taken its place. */
export function usableKeys(keys: readonly WebhookKey[]): readonly WebhookKey[] {
  return keys.filter(({ source, at_klarna, superseded_at }) => source !== "klarna" && at_klarna === true && superseded_at === null);
}

/** The attempt of a making of a key whose outcome isn't known. Only its own repeat can say, since Klarna shows a secret once. */
async function unsettledKey(environment: Environment): Promise<string | undefined> {
  const [row] = await query<{ attempt: string }>(
    `SELECT attempt FROM operations
     WHERE environment = $1 AND name = $2 AND state IN ('sent', 'unknown') AND first_sent_at > now() - make_interval(hours => $3::int) LIMIT 1`,
    [environment, signingKeys.create.name, repeatableHours],
  );
  return row?.attempt;
}

function withKlarnas(known: readonly WebhookKey[], { keyIds }: AtKlarna, signing: string | null): readonly WebhookKey[] {
  const ids = new Set(known.map(({ key_id }) => key_id));
  const strangers = (keyIds ?? []).filter((id) => !ids.has(id)).map(stranger);
  return [...known, ...strangers].map((key) => ({ ...key, signs: key.key_id === signing, at_klarna: keyIds ? keyIds.includes(key.key_id) : null }));
}

function stranger(key_id: string): WebhookKey {
  const unknown = { created_at: null, by: null, last_used_at: null, superseded_at: null, retires_at: null };
  return { key_id, source: "klarna", at_klarna: true, signs: false, ...unknown };
}

function nextStep(webhook: WebhookAddress["webhook"], keys: readonly WebhookKey[]): NextStep | null {
  if (!webhook) return "register";
  const signing = keys.find(({ signs }) => signs);
  const newest = usableKeys(keys)[0];
  if (newest && !newest.signs && newest.source === "made" && isNewer(newest, signing)) return "switch";
  if (!signing || signing.source === "klarna") return "replace";
  if (webhook.status !== "ENABLED") return "enable";
  return eventTypes.every((type) => covers(webhook.event_types, type)) ? null : "complete";
}

function isNewer({ created_at }: WebhookKey, than: WebhookKey | undefined): boolean {
  return (created_at ?? "") > (than?.created_at ?? "");
}

/** `partner.*` stands for all that begin so. */
function covers(types: readonly string[], type: string): boolean {
  return types.some((wanted) => wanted === type || (wanted.endsWith("*") && type.startsWith(wanted.slice(0, -1))));
}

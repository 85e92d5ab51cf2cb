import "server-only";
import { createHash } from "node:crypto";

import { type Environment, isEnvironment } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { ProblemError } from "@/lib/klarna/problem";

import { readBytes } from "../body";
import { seal } from "../crypto";
import { queryOften } from "../db/client";
import { refusal } from "../door";
import { sendJob } from "../jobs/queue";
import { wake } from "../jobs/wake";
import { klarnaSettings } from "../klarna/settings";
import { renewWish } from "../merchants/rereads";
import { announced } from "../settlements/announced";
import { loadSettlements } from "../settlements/job";
import { announcedSettlement, isPartnersOwn, readEvent } from "./event";
import { noteRefusal } from "./refusals";
import { requireSignature } from "./signature";

const mostBytes = 1_000_000;

/**
 * Takes one of Klarna's webhooks: checks the signature over the raw bytes, stores the event and the wish to read its account
 * again, and only then says 200. What was stored before is answered 200 again; without a database it is 503, and Klarna repeats it.
 */
export async function receiveWebhook(request: Request, environment: string): Promise<Response> {
  let raw: Buffer | undefined;
  try {
    requireEnvironment(environment);
    raw = await readBytes(request, mostBytes);
    const keyId = await requireSignature(environment, raw, request.headers);
    await store(environment, keyId, raw);
    return new Response(null, { status: 200 });
  } catch (error) {
    if (isEnvironment(environment)) await noteRefusal(environment, error, request.headers.get("klarna-signing-key-id"), raw);
    return refusal(error, { operation: "webhook", ...(isEnvironment(environment) && { environment }) });
  }
}

function requireEnvironment(environment: string): asserts environment is Environment {
  if (!isEnvironment(environment)) throw new ProblemError({ status: 404, code: "NO_SUCH_ENVIRONMENT", message: "There is no such environment." });
  klarnaSettings(environment);
}

async function store(environment: Environment, keyId: string, raw: Buffer): Promise<void> {
  const event = readEvent(raw.toString("utf8"));
  const { metadata, payload } = event;
  if (metadata.live !== undefined && metadata.live !== (environment === "live")) {
    throw new ProblemError({
      status: 400,
      code: "OTHER_ENVIRONMENT",
      message: `This event isn't of the ${environment.toUpperCase()} environment: its address is set up for the wrong one.`,
    });
  }
  const eventId = metadata.event_id ?? `sha256:${createHash("sha256").update(raw).digest("hex")}`;
  const accountId = metadata.subject_account_id ?? payload.account_id;
  const settlementId = announcedSettlement(event);
  await queryOften(storeStatement, [
    environment,
    eventId,
    metadata.event_type ?? "unknown",
    accountId !== undefined && checkPathParam("account_id", accountId) === undefined ? accountId : null,
    keyId,
    metadata.occurred_at ?? null,
    seal(`webhook_events.raw ${environment} ${eventId}`, raw.toString("utf8")),
    settlementId,
    payload.product_id ?? null,
    isPartnersOwn(event),
  ]);
  // It is wanted from here on: should its job not be begun now, then within a minute.
  if (settlementId !== null) await sendJob(loadSettlements, { data: {} }).catch(() => false);
  wake();
}

// What may be the partner's own account is a merchant to be read only where the directory knows it as one.
// One statement: an event that is stored always has its re-read or its report to load, and a duplicate never wishes for another.
const storeStatement = `
  WITH about AS (SELECT CASE WHEN NOT $10::boolean OR EXISTS (SELECT FROM merchants WHERE environment = $1 AND account_id = $4) THEN $4::text END AS account_id),
  stored AS (
    INSERT INTO webhook_events AS e (environment, event_id, event_type, account_id, product_id, signing_key_id, occurred_at, raw, processed_at)
    SELECT $1, $2, $3, account_id, $9, $5, $6::timestamptz, $7::bytea, CASE WHEN account_id IS NULL THEN now() END FROM about
    ON CONFLICT (environment, event_id) DO UPDATE SET duplicates = e.duplicates + 1
    RETURNING account_id, duplicates = 0 AS first),
  announced AS (${announced("$1", "$8::text", "SELECT FROM stored WHERE first")})
  INSERT INTO rereads AS r (environment, account_id, due_at)
  SELECT $1, account_id, now() FROM stored WHERE first AND account_id IS NOT NULL ${renewWish}`;

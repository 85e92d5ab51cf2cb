import "server-only";
import { credentialIdIn } from "@/lib/klarna/api-key";
import type { Environment } from "@/lib/klarna/environment";

import { enterOwn } from "../certificates/enter";
import { ownCertificate } from "../certificates/own";
import { keyedHash } from "../crypto";
import { query } from "../db/client";
import { isDatabaseDown } from "../door";
import { env } from "../env";
import { logFault } from "../log";
import { processId } from "../process-id";

const noteEvery = 60_000;

// One for a process, also when Next.js evaluates this module more than once.
const kept = globalThis as { deskAccepted?: Set<Environment> };

/** By what a key is known again. Without the desk's data key nothing can be told from it. */
export function keyMark(key: string): Buffer {
  return keyedHash("api key", key);
}

/** Klarna has said yes to this process's key. */
export function noteAccepted(environment: Environment): void {
  kept.deskAccepted ??= new Set();
  kept.deskAccepted.add(environment);
}

/** Writes down which keys and certificates this process has, and that Klarna accepted them since it was last written down. */
export async function noteKeys(): Promise<void> {
  const accepted = kept.deskAccepted ?? new Set();
  delete kept.deskAccepted;
  const held = [...env().klarna].map(([environment, { apiKey }]) => ({ environment, apiKey, certificate: ownCertificate(environment) }));
  await query(noteStatement, [
    processId(),
    held.map(({ environment }) => environment),
    held.map(({ apiKey }) => keyMark(apiKey)),
    held.map(({ apiKey }) => credentialIdIn(apiKey) ?? null),
    held.map(({ certificate }) => certificate?.fingerprint ?? null),
    held.map(({ environment }) => accepted.has(environment)),
  ]);
  for (const { environment, certificate } of held) if (certificate) await enterOwn(environment, certificate);
}

/** From now on this process says once a minute which keys it has. */
export function keepNotingKeys(): void {
  const note = () =>
    noteKeys().catch((error: unknown) => {
      if (!isDatabaseDown(error)) logFault("keys not noted", error);
    });
  void note();
  setInterval(() => void note(), noteEvery * env().DESK_TIME_SCALE).unref();
}

/** SQL: whether a row of `key_holders` is of a process that still runs, as far as is known. `$` is the placeholder of the desk's time scale. */
export function stillHeld(holder: string, scale: string): string {
  return `${holder}.seen_at > now() - make_interval(secs => ${(2.5 * noteEvery) / 1_000} * ${scale}::float8)`;
}

const noteStatement = `
  WITH given AS (
    SELECT * FROM unnest($2::text[], $3::bytea[], $4::text[], $5::text[], $6::boolean[]) AS g (environment, key_mark, credential_id, certificate, accepted)),
  held AS (
    INSERT INTO key_holders (process_id, environment, key_mark, credential_id, certificate, seen_at)
    SELECT $1, environment, key_mark, credential_id, certificate, now() FROM given
    ON CONFLICT (process_id, environment) DO UPDATE SET seen_at = now()),
  over AS (DELETE FROM key_holders WHERE seen_at < now() - interval '1 day' AND process_id <> $1)
  UPDATE credentials c SET used_at = now() FROM given g
  WHERE g.accepted AND c.environment = g.environment AND (lower(c.credential_id) = g.credential_id OR c.key_mark = g.key_mark)`;

import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import type { Environment } from "@/lib/klarna/environment";

import { unsealIfReadable } from "../crypto";
import { query } from "../db/client";
import { klarnaSettings } from "../klarna/settings";

// How long another process may go on accepting a key that was retired here.
const freshFor = 10_000;
// However many unknown ids are sent, the database isn't asked more often.
const atMostEvery = 100;

// One ring of keys a process, also when Next.js evaluates this module more than once.
const kept = globalThis as { deskKeyRings?: Map<Environment, KeyRing> };

/**
 * The secret of a signing key that an environment accepts: one of the settings, or one that was made or typed in here. A known key
 * costs no statement; for an unknown one the database is asked anew, so a key is accepted as soon as it is committed.
 */
export async function acceptedSecret(environment: Environment, keyId: string): Promise<string | undefined> {
  return klarnaSettings(environment).webhookKeys.get(keyId) ?? (keyId === "" ? undefined : ringOf(environment).secret(keyId));
}

/** To be called where a key was retired: this process refuses it from now on. */
export function forgetKeys(environment: Environment): void {
  kept.deskKeyRings?.delete(environment);
}

/** Where a key's secret is sealed for. */
export function keyPlace(environment: Environment, keyId: string): string {
  return `webhook_keys.secret ${environment} ${keyId}`;
}

function ringOf(environment: Environment): KeyRing {
  kept.deskKeyRings ??= new Map();
  const known = kept.deskKeyRings.get(environment) ?? new KeyRing(environment);
  kept.deskKeyRings.set(environment, known);
  return known;
}

class KeyRing {
  #secrets: ReadonlyMap<string, string> = new Map();
  // When the last reading began, whatever came of it; and when that began which found these secrets.
  #beganAt = Number.NEGATIVE_INFINITY;
  #foundAt = Number.NEGATIVE_INFINITY;
  #next: Promise<void> | undefined;

  constructor(private readonly environment: Environment) {}

  async secret(keyId: string): Promise<string | undefined> {
    const known = this.#secrets.get(keyId);
    if (known !== undefined && performance.now() - this.#foundAt < freshFor) return known;
    // Nobody is answered by what was read before they came: whoever comes during a read waits for the next.
    this.#next ??= this.#readSoon();
    await this.#next;
    return this.#secrets.get(keyId);
  }

  async #readSoon(): Promise<void> {
    await sleep(Math.max(0, this.#beganAt + atMostEvery - performance.now()));
    this.#next = undefined;
    const began = performance.now();
    this.#beganAt = began;
    const rows = await query<{ id: string; secret: Buffer }>(
      "SELECT key_id AS id, secret FROM webhook_keys WHERE environment = $1 AND secret IS NOT NULL AND retired_at IS NULL",
      [this.environment],
    );
    // A slow read never replaces what a later one found; a later one that is still under way has found nothing.
    if (began <= this.#foundAt) return;
    this.#foundAt = began;
    this.#secrets = new Map(rows.flatMap(({ id, secret }) => this.#readable(id, secret)));
  }

  #readable(id: string, sealed: Buffer): readonly (readonly [string, string])[] {
    const secret = unsealIfReadable(keyPlace(this.environment, id), sealed);
    return secret === undefined ? [] : [[id, secret]];
  }
}

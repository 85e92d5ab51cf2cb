import "server-only";
import { createHash } from "node:crypto";

import type { Environment } from "@/lib/klarna/environment";

/** Klarna honours an idempotency key for 24 h; an hour less, so that clocks needn't agree. */
export const repeatableHours = 23;

/** What makes one logical change: environment, operation and attempt. Not the person, the tab or the body. */
export function idempotencyKey(environment: Environment, name: string, attempt: string): string {
  return nameUuid([environment, name, attempt]);
}

/** A UUIDv5 (RFC 9562) of names: the same names have the same one. */
export function nameUuid(names: readonly string[]): string {
  const bytes = createHash("sha1").update(namespace).update(JSON.stringify(names)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const namespace = Buffer.from("0d2f6c1e8a5b4f3e9c7d51b2e4a68f90", "hex");

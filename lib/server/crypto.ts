import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

import { env } from "./env";

const version = 1;

/**
 * Encrypts what must be stored for a while: AES-256-GCM. `place` (table, column and row) is part of what is authenticated,
 * so that a value copied into another row can't be read there. Layout: version, key id length, key id, 12 bytes nonce, 16 bytes tag, text.
 */
export function seal(place: string, text: string): Buffer {
  const { id, encryption } = keys();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", encryption, nonce);
  cipher.setAAD(Buffer.from(`${id} ${place}`));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from([version, id.length]), Buffer.from(id), nonce, cipher.getAuthTag(), sealed]);
}

/** The text that `seal` was given for this place. Throws when the key, the place or a single bit differs. */
export function unseal(place: string, sealed: Buffer): string {
  const { id, encryption } = keys();
  const start = 2 + (sealed[1] ?? 0);
  if (sealed[0] !== version || sealed.subarray(2, start).toString() !== id) throw new Error("Sealed with a key that the desk doesn't have.");
  const decipher = createDecipheriv("aes-256-gcm", encryption, sealed.subarray(start, start + 12));
  decipher.setAAD(Buffer.from(`${id} ${place}`));
  decipher.setAuthTag(sealed.subarray(start + 12, start + 28));
  return Buffer.concat([decipher.update(sealed.subarray(start + 28)), decipher.final()]).toString("utf8");
}

/** The same; undefined where it can't be read: it was sealed with a data key that this desk doesn't have any more. One such mustn't stop what is done for many. */
export function unsealIfReadable(place: string, sealed: Buffer): string | undefined {
  try {
    return unseal(place, sealed);
  } catch {
    return undefined;
  }
}

/** A keyed digest: equal values are equal, and without the key nothing can be guessed from it. `purpose` keeps uses apart. */
export function keyedHash(purpose: string, value: string): Buffer {
  return createHmac("sha256", keys().hashing).update(purpose).update("\0").update(value).digest();
}

interface Keys {
  readonly id: string;
  readonly encryption: Buffer;
  readonly hashing: Buffer;
}

let derived: Keys | undefined;

function keys(): Keys {
  if (derived) return derived;
  const [id = "", base64 = ""] = env().DESK_DATA_KEY.split(":");
  const derive = (use: string) => Buffer.from(hkdfSync("sha256", Buffer.from(base64, "base64"), "partner-desk", use, 32));
  derived = { id, encryption: derive("encryption"), hashing: derive("hashing") };
  return derived;
}

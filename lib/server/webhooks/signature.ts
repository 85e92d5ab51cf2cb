import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";

import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { acceptedSecret } from "./keys";

/** The id of the key that rightly signed these very bytes. Throws 400, the same for every reason; only the error's cause tells them apart. */
export async function requireSignature(environment: Environment, raw: Buffer, headers: Headers): Promise<string> {
  const keyId = headers.get("klarna-signing-key-id") ?? "";
  const given = Buffer.from(headers.get("klarna-signature") ?? "");
  const secret = await acceptedSecret(environment, keyId);
  // An unknown key takes as long as a wrong signature.
  const expected = Buffer.from(signatureOf(secret ?? "no such key", raw));
  const fits = given.length === expected.length && timingSafeEqual(given, expected);
  if (secret !== undefined && fits) return keyId;
  const cause = secret === undefined ? "UNKNOWN_KEY" : "BAD_SIGNATURE";
  throw new ProblemError({ status: 400, code: "BAD_SIGNATURE", message: "The signature doesn't fit the body." }, { cause });
}

/** The signature of a body: HMAC-SHA256, lower-case hex. */
function signatureOf(secret: string, raw: Buffer): string {
  return createHmac("sha256", secret).update(raw).digest("hex");
}

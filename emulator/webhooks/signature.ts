import { createHmac } from "node:crypto";

/** Klarna's signature of a webhook: HMAC-SHA256 over the very bytes that are sent, in lower-case hexadecimal. */
export function sign(secret: string, body: string): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}

import "server-only";
import { createHash } from "node:crypto";

/** What a payment is found by: the UUID its id ends in, or where it ends in none, one that is made of the id. */
export function paymentKey(paymentId: string): string {
  const [uuid] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(paymentId) ?? [];
  return (
    uuid ??
    createHash("sha256")
      .update(paymentId)
      .digest("hex")
      .slice(0, 32)
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
  );
}

/** The payments that an id or a reference may belong to: what it is itself, and each UUID in it. */
export function paymentKeysIn(id: string): readonly string[] {
  return [...new Set([paymentKey(id), ...(id.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])])];
}

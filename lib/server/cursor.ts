import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

/** Where a page ended, for the address of the next: the last row's keys, opaque to whoever carries it. */
export function writeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** The keys of a cursor. Throws 400 when it isn't one: each is a number, a UUID, or a time as the desk writes them. */
export function readCursor(cursor: string, length: number): readonly string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(keys) && keys.length === length && keys.every(isKey)) return keys;
  } catch {}
  throw new ProblemError({
    status: 400,
    code: "INVALID_INPUT",
    message: "This page's address is cut or mistyped. Start again from the first page.",
    fields: [{ path: "after", message: "isn't a cursor" }],
  });
}

function isKey(key: unknown): key is string {
  if (typeof key !== "string") return false;
  if (/^\d{1,15}$/.test(key) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return true;
  return /^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(key) && !Number.isNaN(Date.parse(key));
}

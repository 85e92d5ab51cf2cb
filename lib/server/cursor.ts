import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

/** What one key of a row may be, named as the database names it. */
export type KeyType = "int" | "bigint" | "uuid" | "timestamptz" | "text";

/** Where a page of a list ended, for whoever asks for the next: the last row's keys, opaque to whoever carries it. */
export function writeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** The keys of a cursor, of these types. Throws 400 for what the desk didn't write, or wrote for another list. */
export function readCursor(cursor: string, types: readonly KeyType[]): readonly string[] {
  return requireKeys(keysIn(cursor), types);
}

/** The keys of a cursor that itself says of which types they must be. Throws 400 when it is none. */
export function keysIn(cursor: string): readonly string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(keys) && keys.every((key) => typeof key === "string")) return keys;
  } catch {}
  throw noSuchPage();
}

/** The same keys. Throws 400 when they aren't of these types. */
export function requireKeys(keys: readonly string[], types: readonly KeyType[]): readonly string[] {
  if (keys.length === types.length && types.every((type, at) => fits[type](keys[at] ?? ""))) return keys;
  throw noSuchPage();
}

/** The refusal of a cursor. */
export function noSuchPage(): ProblemError {
  return new ProblemError({
    status: 400,
    code: "INVALID_INPUT",
    message: "This list has no such page. Start again from the first page.",
    fields: [{ path: "after", message: "isn't a cursor of this list" }],
  });
}

const fits: Readonly<Record<KeyType, (key: string) => boolean>> = {
  int: (key) => /^-?\d{1,9}$/.test(key),
  bigint: (key) => /^\d{1,15}$/.test(key),
  uuid: (key) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
  timestamptz: isTime,
  text: () => true,
};

/** As the desk writes them: PostgreSQL and JavaScript disagree about most other ways to write a time. */
function isTime(text: string): boolean {
  if (!/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 23) === text.slice(0, 23);
}

/** All of a list that is read by cursors, a page at a time: no more is in memory than one of them. */
export async function* everyPage<Row>(
  read: (after: string | undefined) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): AsyncGenerator<readonly Row[], void> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await read(after);
    yield rows;
    if (next === null) return;
    after = next;
  }
}

import "server-only";
import type { DirectoryMerchant, MerchantPage } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { utc } from "../db/utc";

// A screen holds about twenty: with more, the first of them would be painted later.
const pageSize = 25;

/** A page of the directory, the account the desk has known for the shortest time first. */
export async function listMerchants(environment: Environment, after?: string): Promise<MerchantPage> {
  const cursor = after === undefined ? undefined : readCursor(after);
  const [merchants, [count]] = await Promise.all([
    query<DirectoryMerchant>(
      `SELECT ${columns} FROM merchants WHERE environment = $1 AND ($2::timestamptz IS NULL OR (first_seen_at, account_id) < ($2, $3))
       ORDER BY first_seen_at DESC, account_id DESC LIMIT $4`,
      [environment, cursor?.[0] ?? null, cursor?.[1] ?? null, pageSize + 1],
    ),
    query<{ total: number }>("SELECT count(*)::int AS total FROM merchants WHERE environment = $1", [environment]),
  ]);
  const last = merchants.length > pageSize ? merchants[pageSize - 1] : undefined;
  return { merchants: merchants.slice(0, pageSize), total: count?.total ?? 0, next: last ? writeCursor(last) : null };
}

/** One account as last seen; undefined when the directory has never heard of it. */
export async function findMerchant(environment: Environment, accountId: string): Promise<DirectoryMerchant | undefined> {
  const [merchant] = await query<DirectoryMerchant>(`SELECT ${columns} FROM merchants WHERE environment = $1 AND account_id = $2`, [environment, accountId]);
  return merchant;
}

function writeCursor({ first_seen_at, account_id }: DirectoryMerchant): string {
  return Buffer.from(JSON.stringify([first_seen_at, account_id])).toString("base64url");
}

function readCursor(cursor: string): readonly [string, string] {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as readonly unknown[];
    if (typeof at === "string" && typeof id === "string" && isTime(at)) return [at, id];
  } catch {}
  throw new ProblemError({
    status: 400,
    code: "INVALID_INPUT",
    message: "This page's address is cut or mistyped. Start again from the first page.",
    fields: [{ path: "after", message: "isn't a cursor" }],
  });
}

/** As the desk writes them: PostgreSQL and JavaScript disagree about most other ways to write a time. */
function isTime(text: string): boolean {
  return /^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

const columns = `environment, account_id, account_reference, account_name, account_group_reference, account_group_id, state, state_reason,
  country, products, websites, ${["first_seen_at", "seen_at", "missing_since"].map((name) => `${utc(name)} AS ${name}`).join(", ")}`;

import "server-only";
import { createHash } from "node:crypto";

import type { ChainState } from "@/lib/desk/audit";

import { query, queryOften } from "./db/client";
import { utc } from "./db/utc";
import { env } from "./env";

/** The end of the chain at some moment. Kept outside of the database it proves that nothing before it was changed or taken away since. */
export interface Head {
  readonly link: number;
  readonly hash: string;
}

interface Sealable {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly role: string | null;
  readonly environment: string | null;
  readonly accountId: string | null;
  readonly operation: string | null;
  readonly operationId: string | null;
  readonly detail: string | null;
}

const batch = 500;

/**
 * Lays the chain over entries that have none yet: each hash covers the one before it and every field. Two sealers at once
 * would lay the same link, which is unique: one of them changes nothing. Answers whether it laid any.
 */
export async function sealAudit(): Promise<boolean> {
  for (let laid = false; ; laid = true) {
    const entries = await queryOften<Sealable>(`SELECT ${fields} FROM audit_entries WHERE link IS NULL ORDER BY id LIMIT ${batch}`);
    if (entries.length === 0) return laid;
    const [head] = await queryOften<{ link: string; hash: Buffer }>("SELECT link, hash FROM audit_entries WHERE link IS NOT NULL ORDER BY link DESC LIMIT 1");
    if (!(await layLinks(entries, Number(head?.link ?? 0), head?.hash ?? beginning))) return laid;
    if (entries.length < batch) return true;
  }
}

/** What a walk along the chain found. */
export interface Proof {
  readonly links: number;
  /** The first link that doesn't hold, or undefined when every one does. */
  readonly broken: number | undefined;
}

/** Walks the chain from its beginning, some hundred entries in memory at a time. */
export async function walkChain(): Promise<Proof> {
  let previous: Buffer = beginning;
  for (let link = 0; ; link += batch) {
    const rows = await query<Sealable & { link: string; hash: Buffer }>(
      `SELECT ${fields}, link, hash FROM audit_entries WHERE link > $1 ORDER BY link LIMIT ${batch}`,
      [link],
    );
    for (const [index, row] of rows.entries()) {
      const expected = link + index + 1;
      if (Number(row.link) !== expected || !row.hash.equals(hashOf(previous, row))) return { links: expected - 1, broken: expected };
      previous = row.hash;
    }
    if (rows.length < batch) return { links: link + rows.length, broken: undefined };
  }
}

/** The heads among these that the chain doesn't have (any more), in their order. */
export async function headsMissing(heads: readonly Head[]): Promise<readonly Head[]> {
  const rows = await query<{ link: number; hash: string }>(
    "SELECT link::int AS link, encode(hash, 'hex') AS hash FROM audit_entries WHERE link = ANY($1::bigint[])",
    [heads.map(({ link }) => link)],
  );
  const known = new Map(rows.map(({ link, hash }) => [link, hash]));
  return heads.filter(({ link, hash }) => known.get(link) !== hash);
}

/** How far the chain has been laid, and its head. */
export async function chainState(): Promise<ChainState> {
  const [[head], [open]] = await Promise.all([
    query<{ links: number; hash: string; sealed_at: string }>(
      `SELECT link::int AS links, encode(hash, 'hex') AS hash, ${utc("at")} AS sealed_at FROM audit_entries WHERE link IS NOT NULL ORDER BY link DESC LIMIT 1`,
    ),
    query<{ unsealed: number }>("SELECT count(*)::int AS unsealed FROM audit_entries WHERE link IS NULL"),
  ]);
  const { links, hash, sealed_at } = head ?? { links: 0, hash: null, sealed_at: null };
  return { links, hash, sealed_at, unsealed: open?.unsealed ?? 0, heads_outside: env().DESK_AUDIT_HEADS !== undefined };
}

async function layLinks(entries: readonly Sealable[], last: number, head: Buffer): Promise<boolean> {
  let previous = head;
  const hashes = entries.map((entry) => {
    previous = hashOf(previous, entry);
    return previous;
  });
  try {
    await queryOften(
      `UPDATE audit_entries a SET link = s.link, hash = s.hash
       FROM (SELECT unnest($1::bigint[]) AS id, unnest($2::bigint[]) AS link, unnest($3::bytea[]) AS hash) s WHERE a.id = s.id`,
      [entries.map(({ id }) => id), entries.map((_, index) => last + index + 1), hashes],
    );
    return true;
  } catch (error) {
    // Another sealer was there first: a link that exists already, an entry that has one (the trigger refuses), or both wait for each other.
    const { code } = error as { code?: string };
    if (code === "23505" || code === "P0001" || code === "40P01") return false;
    throw error;
  }
}

function hashOf(previous: Buffer, { id, at, kind, personId, role, environment, accountId, operation, operationId, detail }: Sealable): Buffer {
  const entry = JSON.stringify([String(id), at, kind, personId, role, environment, accountId, operation, operationId, detail]);
  return createHash("sha256").update(previous).update(entry).digest();
}

const beginning = Buffer.alloc(32);

// As text, from the database: a JavaScript date would lose microseconds, and jsonb has one text form.
const fields = `id, ${utc("at")} AS at, kind, person_id AS "personId", role, environment,
  account_id AS "accountId", operation, operation_id AS "operationId", detail::text AS detail`;

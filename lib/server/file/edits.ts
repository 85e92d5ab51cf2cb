import "server-only";
import type { Edit, EditContent, PartChange } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { partKey, partOf } from "@/lib/klarna/file/parts";
import { ProblemError } from "@/lib/klarna/problem";

import { seal, unseal } from "../crypto";
import { query } from "../db/client";
import type { OperationState } from "../db/schema/operations";
import { utc } from "../db/utc";
import { attemptOf } from "./attempt";

interface EditOf {
  readonly environment: Environment;
  readonly accountId: string;
  readonly personId: string;
}

/** What a person has changed on a merchant and not sent yet, with how what was sent of it stands; null when there is nothing. */
export async function findEdit({ environment, accountId, personId }: EditOf): Promise<Edit | null> {
  const [row] = await query<{ id: string; version: number; updated_at: string; sealed: Buffer }>(
    `SELECT id, version, ${utc("updated_at")} AS updated_at, content AS sealed FROM edits WHERE environment = $1 AND account_id = $2 AND person_id = $3`,
    [environment, accountId, personId],
  );
  if (!row) return null;
  const { sealed, ...edit } = row;
  const content = opened(edit.id, sealed);
  return { ...edit, content, standing: await standings(environment, edit.id, content) };
}

/** Keeps what is typed, over version `version` of it; 0 where there is none yet. Throws 409 when it was kept meanwhile, in another window. */
export async function keepEdit(of: EditOf, version: number, content: EditContent): Promise<Pick<Edit, "id" | "version" | "updated_at">> {
  const { environment, accountId, personId } = of;
  // The id is part of what is sealed, so a new one is made here.
  const known =
    version > 0
      ? (await query<{ id: string }>(`SELECT id FROM edits WHERE ${whose} AND version = $4`, [environment, accountId, personId, version]))[0]
      : undefined;
  const id = known?.id ?? crypto.randomUUID();
  const [kept] = await query<Pick<Edit, "id" | "version" | "updated_at">>(
    `INSERT INTO edits AS e (id, environment, account_id, person_id, content) SELECT $4, $1, $2, $3, $5 WHERE $6 = 0 OR EXISTS (SELECT FROM edits WHERE id = $4)
     ON CONFLICT (environment, account_id, person_id) DO UPDATE SET content = excluded.content, version = e.version + 1, updated_at = now()
       WHERE e.id = excluded.id AND e.version = $6
     RETURNING id, version, ${utc("e.updated_at")} AS updated_at`,
    [environment, accountId, personId, id, seal(place(id), JSON.stringify(content)), version],
  );
  if (kept) return kept;
  await requireEdit(of);
  throw changedElsewhere();
}

/**
 * Gives up what isn't sent, or forgets what was; none is as good. Throws 409 when another window kept something since `version` of it, or sent something
 * of which nobody knows yet whether it was done.
 */
export async function dropEdit(of: EditOf, version: number): Promise<void> {
  const { environment, accountId, personId } = of;
  const standing = Object.values((await findEdit(of))?.standing ?? {});
  if (standing.some((state) => state === "sent" || state === "unknown")) throw changedElsewhere();
  const [row] = await query<{ dropped: boolean }>(
    `WITH gone AS (DELETE FROM edits WHERE ${whose} AND version = $4 RETURNING 1)
     SELECT EXISTS (SELECT FROM gone) AS dropped FROM edits WHERE ${whose}`,
    [environment, accountId, personId, version],
  );
  if (row && !row.dropped) throw changedElsewhere();
}

/** Whether an edit still holds this change of a part, as of this moment. */
export async function holdsPart(id: string, { act, ...part }: Pick<PartChange, "resource" | "id" | "act">): Promise<boolean> {
  const [row] = await query<{ sealed: Buffer }>("SELECT content AS sealed FROM edits WHERE id = $1", [id]);
  return row !== undefined && opened(id, row.sealed).parts[partKey(part)]?.act === act;
}

/** The id of a person's edit. Throws 404 when there is none: it was given up, or sent, in another window. */
export async function requireEdit({ environment, accountId, personId }: EditOf): Promise<string> {
  const [row] = await query<{ id: string }>(`SELECT id FROM edits WHERE ${whose}`, [environment, accountId, personId]);
  if (row) return row.id;
  throw new ProblemError({
    status: 404,
    code: "NO_SUCH_EDIT",
    message: "This change isn't here any more: it was sent or given up in another window. Reload the page.",
  });
}

function changedElsewhere(): ProblemError {
  return new ProblemError({
    status: 409,
    code: "DRAFT_CHANGED",
    message: "You changed this merchant, or sent a change of it, meanwhile in another window. Load what stands there, or keep this over it.",
  });
}

const whose = "environment = $1 AND account_id = $2 AND person_id = $3";

/** How the parts of an edit stand that were sent. It isn't stored twice: the operations know. */
async function standings(environment: Environment, id: string, { parts }: EditContent): Promise<Edit["standing"]> {
  const attempts = Object.entries(parts).flatMap(([key, { act, round }]) => {
    const part = partOf(key);
    return part ? [[attemptOf(id, { ...part, act, round }), key] as const] : [];
  });
  const rows = await query<{ attempt: string; state: OperationState }>("SELECT attempt, state FROM operations WHERE environment = $1 AND attempt = ANY($2)", [
    environment,
    attempts.map(([attempt]) => attempt),
  ]);
  const states = new Map(rows.map(({ attempt, state }) => [attempt, state]));
  return Object.fromEntries(attempts.flatMap(([attempt, key]) => (states.has(attempt) ? [[key, states.get(attempt)]] : [])));
}

function opened(id: string, sealed: Buffer): EditContent {
  return JSON.parse(unseal(place(id), sealed)) as EditContent;
}

function place(id: string): string {
  return `edits.content ${id}`;
}

import "server-only";
import type { Tag, TagColour } from "@/lib/desk/tag";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { Actor } from "../operations/record";

/** The tags of an environment, by name. */
export async function listTags(environment: Environment): Promise<readonly Tag[]> {
  return query<Tag>(`SELECT ${columns} FROM tags WHERE environment = $1 ORDER BY lower(name)`, [environment]);
}

/** Makes a tag. Throws 409 when one is called so. */
export async function createTag(environment: Environment, name: string, colour: TagColour, by: Actor): Promise<Tag> {
  const [made] = await query<Tag>(
    `WITH done AS (
       INSERT INTO tags (environment, name, colour) SELECT $1, $2, $3 WHERE (SELECT count(*) FROM tags WHERE environment = $1) < ${most}
       ON CONFLICT (environment, lower(name)) DO NOTHING RETURNING environment, ${columns}),
     ${audited("tag-made", "$4", "$5")}
     SELECT ${columns} FROM done`,
    [environment, name, colour, by.personId, by.role],
  );
  if (made) return made;
  const taken = (await listTags(environment)).length < most;
  throw taken ? nameTaken() : new ProblemError({ status: 409, code: "TOO_MANY_TAGS", message: `There are ${most} tags already. Delete one that isn't used.` });
}

const most = 200;

/** Gives a tag another name or colour, wherever it is. Throws 404 when it has gone and 409 when another is called so. */
export async function changeTag(environment: Environment, id: string, name: string, colour: TagColour, by: Actor): Promise<Tag> {
  const [other] = await query("SELECT 1 FROM tags WHERE environment = $1 AND lower(name) = lower($2) AND id <> $3", [environment, name, id]);
  if (other) throw nameTaken();
  const [changed] = await query<Tag>(
    `WITH done AS (UPDATE tags SET name = $3, colour = $4 WHERE environment = $1 AND id = $2 RETURNING environment, ${columns}),
     ${audited("tag-changed", "$5", "$6")}
     SELECT ${columns} FROM done`,
    [environment, id, name, colour, by.personId, by.role],
  );
  if (changed) return changed;
  throw new ProblemError({ status: 404, code: "NO_SUCH_TAG", message: "This tag has been deleted." });
}

/** Deletes a tag from every merchant that has it. What has gone already is no fault. */
export async function deleteTag(environment: Environment, id: string, by: Actor): Promise<void> {
  await query(
    `WITH done AS (DELETE FROM tags WHERE environment = $1 AND id = $2 RETURNING environment, id),
     ${audited("tag-deleted", "$3", "$4")}
     SELECT FROM done`,
    [environment, id, by.personId, by.role],
  );
}

/** Whose tags are changed, in whose name, and by which run where it is one's. */
export interface Tagging {
  readonly environment: Environment;
  readonly accountIds: readonly string[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly by: Actor;
  readonly run?: string;
}

/** Gives tags to merchants of the directory and takes others from them, noted at each merchant that this changes; answers how many these are. */
export async function tagMerchants({ environment, accountIds, add, remove, by, run }: Tagging): Promise<number> {
  const [done] = await query<{ changed: number }>(
    `WITH added AS (
       INSERT INTO merchant_tags (environment, account_id, tag_id)
       SELECT m.environment, m.account_id, t.id FROM merchants m JOIN tags t ON t.environment = m.environment
       WHERE m.environment = $1 AND m.account_id = ANY($2::text[]) AND t.id = ANY($3::uuid[]) AND NOT t.id = ANY($4::uuid[])
       ON CONFLICT DO NOTHING RETURNING account_id, tag_id),
     removed AS (DELETE FROM merchant_tags WHERE environment = $1 AND account_id = ANY($2::text[]) AND tag_id = ANY($4::uuid[]) RETURNING account_id, tag_id),
     touched AS (
       SELECT account_id, jsonb_agg(tag_id) FILTER (WHERE given) AS added, jsonb_agg(tag_id) FILTER (WHERE NOT given) AS removed
       FROM (SELECT *, true AS given FROM added UNION ALL SELECT *, false FROM removed) each GROUP BY account_id),
     noted AS (
       INSERT INTO audit_entries (kind, person_id, role, environment, account_id, detail)
       SELECT 'merchants-tagged', $5::uuid, $6, $1, account_id, jsonb_strip_nulls(jsonb_build_object('added', added, 'removed', removed, 'run', $7::text))
       FROM touched ORDER BY account_id)
     SELECT count(*)::int AS changed FROM touched`,
    [environment, accountIds, add, remove, by.personId, by.role, run ?? null],
  );
  return done?.changed ?? 0;
}

function nameTaken(): ProblemError {
  const message = "There is a tag with this name.";
  return new ProblemError({ status: 409, code: "NAME_TAKEN", message, fields: [{ path: "name", message: `${message} Choose that one, or another name` }] });
}

const columns = "id, name, colour";

/** The audit entry of what a statement has done to a tag: both are written, or neither is. Its name is somebody's words, and stays out. */
function audited(kind: "tag-made" | "tag-changed" | "tag-deleted", person: string, role: string): string {
  return `noted AS (
       INSERT INTO audit_entries (kind, person_id, role, environment, detail)
       SELECT '${kind}', ${person}::uuid, ${role}, environment, jsonb_build_object('tag', id) FROM done)`;
}

import "server-only";
import { query } from "../db/client";
import { type Tagging, tagMerchants } from "../tags/tags";
import type { Taken } from "./rows";
import type { Ending } from "./settle-row";

export interface Giving extends Pick<Tagging, "environment" | "by"> {
  readonly runId: string;
  readonly row: Taken;
  readonly tags: readonly string[];
}

/** Gives one merchant a run's tags. Who did so and died before saying it is believed by the log; a tag that has gone since is said to have. */
export async function giveTags({ environment, runId, row, tags, by }: Giving): Promise<Ending> {
  const given = await tagMerchants({ environment, accountIds: [row.accountId], add: tags, remove: [], by, run: runId });
  const [now] = await query<{ left: number; before: boolean }>(nowStatement, [environment, tags, row.takes > 1, row.accountId, runId]);
  const said = whatHasGone(tags, now?.left ?? 0);
  if (given > 0 || now?.before) return { state: "done", said };
  return { state: "left-out", said: said ?? "It has this already." };
}

function whatHasGone(tags: readonly string[], left: number): string | undefined {
  const all = new Set(tags).size;
  if (left === all) return undefined;
  if (left > 0) return "Some of the tags have been deleted since, so those weren't given.";
  return all === 1 ? "The tag has been deleted since, so it wasn't given." : "The tags have been deleted since, so they weren't given.";
}

const nowStatement = `
  SELECT (SELECT count(*)::int FROM tags WHERE environment = $1 AND id = ANY($2::uuid[])) AS left,
    $3::bool AND EXISTS (
      SELECT FROM audit_entries WHERE environment = $1 AND account_id = $4 AND kind = 'merchants-tagged' AND detail->>'run' = $5) AS before`;

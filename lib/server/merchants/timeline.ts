import "server-only";
import { kindsFor, type TimelineEntry, type TimelinePage, type TimelineQuestion } from "@/lib/desk/timeline";
import type { Environment } from "@/lib/klarna/environment";
import type { Role } from "@/lib/klarna/permissions";

import { readCursor, writeCursor } from "../cursor";
import { operations } from "./timeline-operations";
import type { Asked } from "./timeline-rows";
import { settlements } from "./timeline-settlements";
import { acts, changes, notes, pinnedNotes, webhooks } from "./timeline-sources";

/** Which page of a timeline: after which other, how long, and whether its operations say what they changed. */
export interface TimelinePlace {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly fields?: boolean;
}

/**
 * What happened to an account, latest first: what people asked of Klarna, what Klarna told us and settled, what changed, what people wrote, saw and were refused. The
 * one statement of it: the page's short list and its whole story are both read here. What a role may not know isn't there.
 */
export async function timelineOf(
  environment: Environment,
  accountId: string,
  role: Role,
  question: TimelineQuestion,
  { after, limit, fields = false }: TimelinePlace,
): Promise<TimelinePage> {
  const kinds = kindsFor(role).filter((kind) => question.kinds.length === 0 || question.kinds.includes(kind));
  const [at = "", kind = "", id = ""] = after === undefined ? [] : readCursor(after, ["timestamptz", "text", "text"]);
  const asked: Asked = { environment, accountId, role, question: { ...question, kinds }, before: after === undefined ? undefined : { at, kind, id }, fields };
  // One more than is shown says whether there is a page after it.
  const [pinned, ...found] = await Promise.all([
    after === undefined ? pinnedNotes(asked) : [],
    ...[operations, webhooks, changes, settlements, notes, acts].map((source) => source(asked, limit + 1)),
  ]);
  const entries = found.flat().sort(latestFirst);
  const last = entries.length > limit ? entries[limit - 1] : undefined;
  return { pinned, entries: entries.slice(0, limit), next: last ? writeCursor([last.at, last.kind, last.id]) : null };
}

/** As the database compares: by the moment, and what is of the same moment by kind and id. */
function latestFirst(one: TimelineEntry, other: TimelineEntry): number {
  const [mine, theirs] = [one, other].map(({ at, kind, id }) => [at, kind, id]);
  for (const part of [0, 1, 2]) if (mine?.[part] !== theirs?.[part]) return (mine?.[part] ?? "") < (theirs?.[part] ?? "") ? 1 : -1;
  return 0;
}

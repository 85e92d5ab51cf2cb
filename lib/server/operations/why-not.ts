import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import type { Operation } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import type { OperationState } from "../db/schema/operations";
import { repeatableHours } from "./key";

interface Unrecorded {
  readonly environment: Environment;
  readonly operation: Operation;
  readonly attempt: string;
  readonly draftVersion?: number | undefined;
}

/** Why a change wasn't recorded, and so mustn't be sent: what its row says, or its draft. */
export async function whyNot({ environment, operation, attempt, draftVersion }: Unrecorded): Promise<ProblemError> {
  const [row] = await query<{ state: OperationState | null; old: boolean; version: number | null }>(
    `SELECT o.state, o.first_sent_at < now() - make_interval(hours => $4::int) AS old, d.version
     FROM (VALUES ($1::text, $3::uuid)) AS g (environment, attempt)
     LEFT JOIN operations o ON o.environment = g.environment AND o.name = $2 AND o.attempt = g.attempt
     LEFT JOIN drafts d ON d.environment = g.environment AND d.id = g.attempt`,
    [environment, operation.name, attempt, repeatableHours],
  );
  const [code, message] = refusalFor(row?.state ?? null, row?.old ?? false, draftVersion === undefined ? undefined : draftVersion === row?.version);
  return new ProblemError({ status: 409, code, message });
}

/** What has settled by now was under way a moment ago: another window was faster. */
function refusalFor(state: OperationState | null, old: boolean, isDraftAsSent: boolean | undefined) {
  if (state && state !== "rejected") return state === "unknown" && old ? refusals.old : refusals[state];
  if (isDraftAsSent === undefined) return refusals.crossed;
  return isDraftAsSent ? refusals.sent : refusals.drafted;
}

const refusals = {
  confirmed: ["ALREADY_DONE", "This was done already: Klarna has confirmed it, so it wasn't sent again."],
  sent: ["IN_FLIGHT", "This is being sent already. Wait a moment for Klarna's answer."],
  unknown: ["OUTCOME_UNKNOWN", "Klarna hasn't said whether this was done. Until that is settled it can't be changed; the desk keeps asking with the same key."],
  crossed: [
    "EARLIER_CHANGE_OPEN",
    "Klarna hasn't said yet whether an earlier change of this was done. The desk is finding out; until then nothing more of it is sent.",
  ],
  drafted: ["DRAFT_CHANGED", "Somebody saved this draft anew or threw it away meanwhile, so nothing was sent. Open the drafts to see how it stands."],
  old: [
    "OUTCOME_UNKNOWN",
    "Whether Klarna did this was never settled, and its key is too old to be used again. Someone in operations has to look at Klarna's side.",
  ],
} as const;

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
  const [row] = await query<{ state: OperationState; accountId: string | null; old: boolean }>(
    `SELECT state, account_id AS "accountId", first_sent_at < now() - make_interval(hours => $4::int) AS old FROM operations WHERE environment = $1 AND name = $2 AND attempt = $3`,
    [environment, operation.name, attempt, repeatableHours],
  );
  const ofNoRow = draftVersion === undefined ? refusals.crossed : refusals.drafted;
  const [code, message] = !row || row.state === "rejected" ? ofNoRow : row.state === "unknown" && row.old ? refusals.old : refusals[row.state];
  return new ProblemError({ status: 409, code, message });
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

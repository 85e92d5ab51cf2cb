import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import { lookAtMerchant } from "../attention/look";
import { query } from "../db/client";
import { endWaits } from "../operations/announcements";
import { readAccount } from "./read-account";
import { finish, type Reread, takeDue } from "./rereads";

const together = 8;

/** Reads again what is due, a few at a time, until nothing is due; also where Klarna's webhook is late. */
export async function rereadDue(): Promise<void> {
  await endWaits();
  for (;;) {
    const due = await takeDue(together);
    await Promise.all(due.map(readAgain));
    if (due.length < together) return;
  }
}

async function readAgain(reread: Reread): Promise<void> {
  try {
    const facts = await readAccount(reread.environment, reread.accountId);
    await noteTry(reread, true);
    await finish(reread, facts?.state === "PARTIALLY_OPERATIONAL");
    await lookAtMerchant(reread.environment, reread.accountId);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // Klarna doesn't know it: asking again won't help. Anything else passes.
    const unknown = error.problem.status === 404;
    await noteTry(reread, unknown);
    await finish(reread, !unknown);
  }
}

/** The events that this read has caught up with, or was to. */
async function noteTry({ environment, accountId, takenAt }: Reread, done: boolean): Promise<void> {
  await query(
    `UPDATE webhook_events SET tries = tries + 1, processed_at = CASE WHEN $4 THEN now() END
     WHERE environment = $1 AND account_id = $2 AND processed_at IS NULL AND received_at <= $3`,
    [environment, accountId, takenAt, done],
  );
}

import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import { ProblemError } from "@/lib/klarna/problem";

import { askedLately } from "../asked-lately";
import { lookAtMerchants } from "../attention/look";
import { queryOften } from "../db/client";
import { env } from "../env";
import { isNotThere } from "../klarna/from-klarna";
import { endWaits } from "../operations/announcements";
import { readAccount } from "./read-account";
import { finish, type Reread, takeDue } from "./rereads";

const together = 8;
/** While somebody is there they begin so far apart, in milliseconds: about as fast as Klarna takes them, and what a person asks for needn't wait for all of them. */
const apart = 20;

/**
 * Reads again what is due, a few at a time, until nothing is due; also where Klarna's webhook is late. Several of these may run side by side, so that an answer
 * which doesn't come holds up no more than the few that were asked for with it.
 */
export async function rereadDue(): Promise<void> {
  await endWaits();
  for (;;) {
    const due = await takeDue(together);
    const read = await allOf(
      due.map(async (one) => {
        await turn();
        return readAgain(one);
      }),
    );
    // All at once: to look at each by itself costs the database more than the reading does.
    const known = due.filter((_, at) => read[at]);
    for (const environment of new Set(known.map((one) => one.environment)))
      await lookAtMerchants(
        environment,
        known.filter((one) => one.environment === environment).map(({ accountId }) => accountId),
      );
    if (due.length < together) return;
  }
}

let nextAt = Number.NEGATIVE_INFINITY;

/** Waits until the next one may begin, whichever round it is of. */
async function turn(): Promise<void> {
  if (!askedLately()) return;
  const now = performance.now();
  nextAt = Math.max(now, nextAt + apart * env().DESK_TIME_SCALE);
  if (nextAt > now) await sleep(nextAt - now);
}

/** What all of them answer, or the first fault once none of them is under way any more: else the next round would go on beside the rest of this one. */
async function allOf<Answer>(asked: readonly Promise<Answer>[]): Promise<readonly Answer[]> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

/** Answers whether Klarna has said what it knows. */
async function readAgain(reread: Reread): Promise<boolean> {
  try {
    const facts = await readAccount(reread.environment, reread.accountId);
    await noteTry(reread, true);
    await finish(reread, facts?.state === "PARTIALLY_OPERATIONAL");
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // Klarna doesn't know it: asking again won't help. Anything else passes.
    const unknown = isNotThere(error.problem);
    await noteTry(reread, unknown);
    await finish(reread, !unknown);
    return false;
  }
}

/** The events that this read has caught up with, or was to. */
async function noteTry({ environment, accountId, takenAt }: Reread, done: boolean): Promise<void> {
  await queryOften(
    `UPDATE webhook_events SET tries = tries + 1, processed_at = CASE WHEN $4 THEN now() END
     WHERE environment = $1 AND account_id = $2 AND processed_at IS NULL AND received_at <= $3`,
    [environment, accountId, takenAt, done],
  );
}

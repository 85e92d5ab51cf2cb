import "server-only";
import type { Operation } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";

import { databaseClock } from "../db/clock";
import { isAnswerLost, isDatabaseDown } from "../door";
import { type Answer, inDoubt } from "../klarna/answer";
import { callKlarna } from "../klarna/call";
import { isNotThere } from "../klarna/from-klarna";
import type { Priority } from "../klarna/lanes";
import { accountIdIn, learn } from "../merchants/learn";
import { type Answered, readable } from "./read";
import { readBackOf } from "./read-back";
import { type Actor, type Change, type Recorded, record } from "./record";
import { refuseSelfHarm } from "./self-harm";
import { isRepeatable, settle } from "./settle";

/**
 * Changes something at Klarna: recorded, sent, learned from, settled. Throws Klarna's refusal as a problem with its fields,
 * `OUTCOME_UNKNOWN` when nobody can say whether it was done, and `PERHAPS_RECORDED` when nobody can say whether it will be.
 */
export async function change(
  actor: Actor,
  change: Change & { readonly query?: Readonly<Record<string, unknown>> | undefined },
  priority: Priority,
): Promise<Answered> {
  await refuseSelfHarm(actor, change);
  const now = await databaseClock();
  const recorded = await record(actor, change).catch((error: unknown) => {
    throw priority === "interactive" && isAnswerLost(error) ? perhapsRecorded(change, error) : error;
  });
  const { environment, operation, params, query, body } = change;
  const idempotencyKey = operation.method === "DELETE" ? undefined : recorded.idempotencyKey;
  // It may wait long for its turn, or be sent again: what was asked meanwhile is no later than this.
  let askedAt = now();
  const onLeave = () => {
    askedAt = now();
  };
  const answer = weigh(change, recorded, await callKlarna(operation, { environment, params, query, body, idempotencyKey, priority, onLeave }));
  await keep(actor, change, recorded, answer, askedAt);
  if (answer.kind === "yes") return { output: answer.body };
  throw answer.kind === "no" || answer.unsent ? answer.problem : outcomeUnknown(change, answer);
}

/**
 * Nothing has left, but what is recorded and repeatable is sent later by the desk: that isn't called undone. What can't be repeated is never sent. A job finds out
 * by itself, as it asks again under the same name.
 */
function perhapsRecorded({ operation }: Change, cause: unknown): unknown {
  if (!isRepeatable(operation)) return cause;
  const message =
    "The desk's database went away before it said whether this is recorded. If it is, the desk sends it within minutes, once the database is back. Look then, or ask again as it stands: nothing is done twice.";
  return new ProblemError({ status: 503, code: "PERHAPS_RECORDED", message }, { cause });
}

/** What an answer is worth: a yes that can't be read is no yes we could act on, and what may have been done before isn't undone by a refusal now. */
function weigh({ operation, params }: Change, { inDoubt: sentBefore }: Recorded, answer: Answer): Answer {
  // What was to be deleted is gone.
  if (sentBefore && operation.method === "DELETE" && answer.kind === "no" && isNotThere(answer.problem.problem))
    return { kind: "yes", status: 404, body: undefined };
  if (answer.kind !== "yes") return sentBefore ? inDoubt(answer) : answer;
  try {
    return { ...answer, body: readable(operation, answer.body, params) };
  } catch (error) {
    return { kind: "unclear", status: answer.status, problem: ProblemError.of(error), unsent: false, slow: false };
  }
}

/** Learned first, settled last: a process that dies between the two leaves a row that is sent again, and taught again. */
async function keep(actor: Actor, change: Change, recorded: Recorded, answer: Answer, askedAt: Date): Promise<void> {
  const { environment, operation, params, attempt, value } = change;
  try {
    const accountId = answer.kind === "yes" ? accountIdIn(answer.body) : undefined;
    if (answer.kind === "yes") await learn({ environment, operation, params, attempt, sent: value, answer: answer.body, askedAt });
    await settle(actor, change, recorded, answer, accountId);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    throw new ProblemError(
      {
        status: 503,
        code: "OUTCOME_UNKNOWN",
        message: `${answer.kind === "unclear" && answer.unsent ? "Klarna couldn't be asked, and" : "Klarna was asked, but"} the desk's database went away before that could be kept. ${nextOnceBack(operation)}`,
      },
      { cause: error },
    );
  }
}

function nextOnceBack(operation: Operation): string {
  if (isRepeatable(operation) || readBackOf(operation)) return "It will be settled within minutes, once the database is back.";
  return "Once the database is back, someone has to look at Klarna's side before it is tried again.";
}

function outcomeUnknown({ operation }: Change, answer: Answer & { readonly kind: "unclear" }): ProblemError {
  const next = isRepeatable(operation)
    ? "The desk asks again with the same key until that is clear; nothing can be done twice."
    : "Someone has to look at Klarna's side before it is tried again.";
  const { errorId, message } = answer.problem.problem;
  return new ProblemError({
    status: 504,
    code: "OUTCOME_UNKNOWN",
    message: `${message} Whether this was done isn't known yet. ${next}`,
    ...(errorId !== undefined && { errorId }),
  });
}

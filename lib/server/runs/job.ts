import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { can } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { alone } from "../file/lease";
import type { Job, Run } from "../jobs/job";
import { isForAll, passes, readAll } from "../jobs/readers";
import { beginRow } from "./begin-row";
import { renewEvery } from "./lease";
import { type Kept, orderIn, permissionFor, type RunOrder } from "./order";
import { perform } from "./perform";
import { finishRun, Rows, type Taken } from "./rows";
import { stopRun } from "./stop";

const mostTries = 6;

/** One of the workers of a run that somebody made. As many as there are share its merchants. */
export const workOnRun: Job = {
  name: "run",
  title: "Does something to many merchants",
  retries: 20,
  // Each run has several; a long one must not keep a short one waiting.
  atOnce: 8,
  // In several processes rather than one: so one that is busy, or killed, doesn't hold up all of them.
  spread: true,
  run: async ({ run: id = "" }, run) => {
    const [kept] = await query<Kept & { readonly environment: Environment }>("SELECT id, environment, act, given, details FROM runs WHERE id = $1", [id]);
    return kept && work(kept.environment, orderIn(kept), new Rows(id), run);
  },
};

async function work(environment: Environment, order: RunOrder, rows: Rows, run: Run): Promise<"later" | undefined> {
  // One that isn't written in time is written the next time; whoever lost a row is told when it would begin or settle it.
  const heart = setInterval(() => void rows.renew().catch(() => undefined), renewEvery());
  try {
    const over = await readAll<Taken>(
      {
        take: (most) => rows.take(most),
        // Alone on the merchant, as every change of it: what is decided on is what still stands when it is sent.
        read: (row) =>
          order.act === "tag" ? takeTurn(environment, order, rows, row) : alone(environment, row.accountId, () => takeTurn(environment, order, rows, row)),
        putBack: (row) => rows.settle(row, { state: "waiting" }),
        failed: (row, error, klarnaAway) => fail(rows, row, error, klarnaAway),
        left: () => rows.left(),
      },
      run,
    );
    if (!over) return "later";
    await finishRun(rows.runId);
    return undefined;
  } finally {
    clearInterval(heart);
  }
}

/** Whether the person may still is asked at each merchant: who lost the permission does nothing more. */
async function takeTurn(environment: Environment, order: RunOrder, rows: Rows, row: Taken): Promise<void> {
  const { runId, holder } = rows;
  const begun = await beginRow({ runId, line: row.line, holder, environment, accountId: row.accountId });
  if (!begun) return rows.settle(row, { state: "waiting" });
  const { personId, role } = begun;
  if (role === null || !can(role, permissionFor(order.act))) {
    await rows.settle(row, { state: "waiting" });
    return stopRun(runId, "NOT_ALLOWED", { personId, role, permission: permissionFor(order.act) });
  }
  const ending = await perform({ runId, environment, order, by: { personId, role }, row }, begun);
  await rows.settle(row, ending);
  // Counted among the failures: when one after another is unclear, it is time to rest.
  if (ending.state === "unclear" && ending.code === noAnswer) throw new ProblemError({ status: 504, code: noAnswer, message: "Klarna gave no clear answer." });
}

const noAnswer = "OUTCOME_UNKNOWN";

/** What passes is tried again, what is about all of them stops the run; anything else is this merchant's own. */
async function fail(rows: Rows, row: Taken, error: ProblemError, klarnaAway: boolean): Promise<void> {
  const { code, message: said, errorId, status } = error.problem;
  if (code === noAnswer) return;
  if (isForAll(error)) {
    await rows.settle(row, { state: "waiting" });
    return stopRun(rows.runId, code);
  }
  const told = { code, said, errorId };
  const mayPass = passes(error) || itsOwnToPass.has(code);
  if (mayPass && klarnaAway) return rows.settle(row, { state: "waiting", ...told });
  if (mayPass && row.tries + 1 < mostTries) return rows.settle(row, { state: "waiting", ...told, tried: true, after: 5 * 2 ** row.tries });
  return rows.settle(row, { state: "failed", ...told, tried: true, look: disagrees.has(status) });
}

/** Why nothing was sent of one merchant that mostly is over soon, and says nothing of the others. */
const itsOwnToPass = new Set(["MERCHANT_BUSY", "OTHER_CHANGE_OPEN", "BEING_SET_UP"]);

/** Answers that say that the merchant isn't as the desk knew it. */
const disagrees = new Set([403, 404, 409]);

import "server-only";
import type { SyncKind } from "@/lib/desk/payout";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../../db/client";
import type { Job, Run } from "../../jobs/job";
import { isForAll, passes, readAll } from "../../jobs/readers";
import { noteAnswered, type OpenConnection, openConnection } from "../connections/access";
import { listPayouts, monthsOf } from "./list-payouts";
import { readPending } from "./pending";
import { Progress } from "./progress";
import { type Due, readLines } from "./read-lines";

/** How often one payout is tried in a run; each try is several calls. */
const mostTries = 3;

/** Reads a connection's payouts: first the list, then the lines of those that are new or changed. What was done stays done, wherever it is cut off. */
export const syncPayouts: Job = {
  name: "payouts",
  title: "Reads payouts of the Settlements API",
  retries: 20,
  permission: "settlements:read",
  run: async ({ sync: id = "" }, run) => {
    const [begun] = await query<Begun>(beginStatement, [id]);
    if (!begun) return undefined;
    const progress = new Progress({ sync: id, fence: begun.fence });
    try {
      const connection = await openConnection(begun.connection);
      if (!(await readEverything(begun, connection, progress, run))) return "later";
      await query(finishStatement, [id, begun.fence]);
      return undefined;
    } catch (error) {
      if (!(error instanceof ProblemError) || !endsIt(error)) throw error;
      if (isForAll(error)) await noteAnswered(begun.connection, error.problem.code);
      await query("UPDATE payout_syncs SET finished_at = now(), code = $3 WHERE id = $1 AND fence = $2", [id, begun.fence, error.problem.code]);
      return undefined;
    } finally {
      await progress.write();
    }
  },
};

interface Begun {
  readonly connection: string;
  readonly kind: SyncKind;
  readonly fence: number;
  readonly until: Date;
  readonly listedUntil: Date;
}

/** False when the run must end before it is done. */
async function readEverything(begun: Begun, connection: OpenConnection, progress: Progress, run: Run): Promise<boolean> {
  const everything = begun.kind !== "incremental";
  for (const window of monthsOf({ from: begun.listedUntil, until: begun.until })) {
    if (!run.holds()) return false;
    await listPayouts(connection, window, everything, progress, run.holds);
    if (!run.holds()) return false;
    await progress.write(new Date(window.until.getTime() + 1_000));
    await noteAnswered(connection.id, null);
  }
  if (!(await readDueLines(connection, progress, run))) return false;
  if (everything) await readPending(connection, progress, run.holds);
  return run.holds();
}

/** The lines of all payouts for which they are due, some at a time. What can't be read now is left due, and said. */
async function readDueLines(connection: OpenConnection, progress: Progress, run: Run): Promise<boolean> {
  const begun = new Set<string>();
  const tries = new Map<string, number>();
  return readAll<Due>(
    {
      take: async (most) => {
        const due = await query<Due>(dueStatement, [connection.id, [...begun], most]);
        for (const { id } of due) begun.add(id);
        return due;
      },
      read: async (due) => {
        const { access } = connection;
        const { lines, fault } = await readLines(due, { access, writer: progress.writer, holds: run.holds, priority: "background", onTry: progress.onTry });
        if (fault) progress.note(fault);
        await progress.readLines(lines);
      },
      putBack: async ({ id }) => void begun.delete(id),
      failed: async ({ id, reference }, error, klarnaAway) => {
        if (endsIt(error) || (passes(error) && klarnaAway)) throw error;
        tries.set(id, (tries.get(id) ?? 0) + 1);
        if (passes(error) && (tries.get(id) ?? 0) < mostTries) begun.delete(id);
        else progress.note({ code: "lines-missing", about: reference });
      },
      left: async () => false,
    },
    run,
  );
}

/** Whether trying again soon would be no use: the credential isn't taken, or the connection is gone. */
function endsIt(error: ProblemError): boolean {
  return isForAll(error) || error.problem.code === "NO_SUCH_CONNECTION";
}

const beginStatement = `
  UPDATE payout_syncs SET fence = fence + 1 WHERE id = $1 AND finished_at IS NULL AND cancelled_at IS NULL
  RETURNING connection_id AS connection, kind, fence, window_until AS until, listed_until AS "listedUntil"`;

const finishStatement = `
  WITH done AS (UPDATE payout_syncs SET finished_at = now() WHERE id = $1 AND fence = $2 RETURNING connection_id, window_until, kind)
  UPDATE payout_connections c SET listed_until = greatest(listed_until, done.window_until),
    deep_at = CASE WHEN done.kind = 'incremental' THEN deep_at ELSE now() END
  FROM done WHERE c.id = done.connection_id`;

const dueStatement = `
  SELECT id::text, payment_reference AS reference, settlement_type AS "settlementType", content FROM payouts
  WHERE connection_id = $1 AND lines_due AND gone_at IS NULL AND id <> ALL ($2::bigint[]) ORDER BY id LIMIT $3`;

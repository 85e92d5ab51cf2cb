import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import type { Job, Run } from "../jobs/job";
import { isForAll, passes, readAll } from "../jobs/readers";
import { isNotThere } from "../klarna/from-klarna";
import { readAccount } from "../merchants/read-account";
import { Rows, type Taken } from "./rows";

const mostTries = 6;

/** Reads the accounts of a list that somebody brought, each once. */
export const importAccounts: Job = {
  name: "import",
  title: "Reads imported accounts",
  retries: 20,
  permission: "merchants:write",
  run: async ({ import: id = "" }, run) => {
    const [found] = await query<{ environment: Environment }>("SELECT environment FROM imports WHERE id = $1 AND cancelled_at IS NULL", [id]);
    if (!found) return undefined;
    return readRows(found.environment, new Rows(id, run.fence), run);
  },
};

async function readRows(environment: Environment, rows: Rows, run: Run): Promise<"later" | undefined> {
  await rows.reclaim();
  const over = await readAll<Taken>(
    {
      take: (most) => rows.take(most),
      read: async (row) => {
        await readAccount(environment, row.accountId);
        await rows.read(row);
      },
      putBack: (row) => rows.later(row, false),
      failed: async (row, error, klarnaAway) => {
        if (isForAll(error)) {
          await rows.later(row, false);
          throw error;
        }
        if (!passes(error)) return rows.failed(row, isNotThere(error.problem) ? "unknown-to-klarna" : error.problem.code);
        if (!klarnaAway && row.tries + 1 >= mostTries) return rows.failed(row, error.problem.code);
        return rows.later(row, !klarnaAway);
      },
      left: () => rows.left(),
    },
    run,
  );
  if (!over) return "later";
  await rows.finish();
  return undefined;
}

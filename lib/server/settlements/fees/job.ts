import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../../db/client";
import { env } from "../../env";
import type { Job, Run } from "../../jobs/job";
import { connected } from "../../klarna/settings";
import { feeRows } from "./fee-rows";
import { beyondPlans, type FeeRow, type Finding, judge } from "./judge";
import { PlanBook } from "./plan-book";
import { beginAttempt, endAttempt, keepLines } from "./results";
import { Tally } from "./tally";

/** So often Klarna is waited for; from then on a plan that couldn't be read is why its fees can't be checked. */
const mostTries = 5;

/** Holds the fees of every loaded report against the price plans, one report after the other; again where somebody asks for it. */
export const auditFees: Job = {
  name: "fee-audit",
  title: "Holds fees of settlements against the price plans",
  schedule: "* * * * *",
  scheduledInWords: "Every minute, and when a report was loaded",
  retries: 3,
  run: async (_, run) => {
    await query(noteStatement);
    while (run.holds()) {
      const wanted = await next();
      if (!wanted) return undefined;
      await auditOne(wanted, run);
    }
    return "later";
  },
};

interface Wanted {
  readonly loadId: number;
  readonly environment: Environment;
  readonly currency: string;
  readonly tries: number;
}

const noteStatement = `
  INSERT INTO fee_audits (load_id, wanted_at) SELECT s.load_id, now() FROM settlements s
  WHERE s.load_id IS NOT NULL AND NOT EXISTS (SELECT FROM fee_audits a WHERE a.load_id = s.load_id) ON CONFLICT DO NOTHING`;

async function next(): Promise<Wanted | undefined> {
  const [wanted] = await query<Wanted>(
    `SELECT a.load_id AS "loadId", s.environment, s.currency, a.tries FROM fee_audits a JOIN settlements s ON s.load_id = a.load_id
     WHERE a.wanted_at <= now() AND s.environment = ANY($1::text[]) ORDER BY a.wanted_at LIMIT 1`,
    [connected()],
  );
  return wanted;
}

/** Nothing of an attempt that is cut off is ever seen, and the next begins anew. */
async function auditOne(wanted: Wanted, run: Run): Promise<void> {
  const attempt = await beginAttempt(wanted.loadId);
  const book = new PlanBook(wanted.environment, wanted.currency, wanted.tries + 1 < mostTries);
  const tally = new Tally();
  try {
    for await (const rows of feeRows(wanted)) {
      const found: (readonly [FeeRow, Finding])[] = [];
      for (const row of rows) found.push([row, await findingOf(row, book)]);
      for (const [row, finding] of found) tally.add(row, finding);
      await keepLines(attempt, found);
      if (!run.holds()) return;
    }
    await endAttempt(attempt, tally, book.plans);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await later(wanted);
  }
}

async function findingOf(row: FeeRow, book: PlanBook): Promise<Finding> {
  const reason = beyondPlans(row);
  if (reason !== undefined) return { reason, detail: "" };
  return judge(row, await book.price({ ...row, at: row.at ?? 0 }));
}

async function later({ loadId, tries }: Wanted): Promise<void> {
  const seconds = 15 * 2 ** tries * env().DESK_TIME_SCALE;
  await query("UPDATE fee_audits SET tries = tries + 1, wanted_at = now() + make_interval(secs => $2::float8) WHERE load_id = $1", [loadId, seconds]);
}

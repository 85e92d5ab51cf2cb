import "server-only";
import { type Environment, environments } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { env } from "../env";
import type { Job, Run } from "../jobs/job";
import { isForAll, passes, readAll } from "../jobs/readers";
import { readAccount } from "../merchants/read-account";
import { readEnablementsDue } from "../programs/read-enablements";
import { Accounts } from "./accounts";
import { Tempo } from "./tempo";

const mostTries = 5;

/** The nightly re-reading of each environment, a job of its own each. Looks often whether tonight's is due or was cut off; there is one a night. */
export const sweeps: readonly Job[] = environments.map((environment) => ({
  name: `sweep.${environment}`,
  title: `Reads every merchant of ${environment.toUpperCase()} again, once a night`,
  schedule: "*/5 * * * *",
  scheduledInWords: "Every night; looked after every 5 minutes",
  retries: 3,
  run: async (_, run) => sweep(environment, run),
}));

async function sweep(environment: Environment, run: Run): Promise<"later" | undefined> {
  const { klarna, DESK_SWEEP_AT, DESK_SWEEP_SHARE } = env();
  if (!klarna.has(environment) || DESK_SWEEP_SHARE === 0) return undefined;
  const [tonight] = await query<{ night: string; finished: boolean }>(beginStatement, [environment, DESK_SWEEP_AT]);
  if (!tonight || tonight.finished) return undefined;
  const accounts = new Accounts(environment, tonight.night);
  const tempo = new Tempo(environment, DESK_SWEEP_SHARE);
  const over = await readAll(
    {
      take: (most) => accounts.take(most),
      read: async (account) => {
        const wait = () => tempo.wait(run.signal);
        await wait();
        const facts = await readAccount(environment, account.accountId);
        await readEnablementsDue(environment, account.accountId, facts?.products ?? [], wait);
        accounts.done(account);
      },
      putBack: async (account) => accounts.done(account),
      failed: async (account, error, klarnaAway) => {
        if (isForAll(error)) throw error;
        const again = passes(error) && (klarnaAway || account.tries + 1 < mostTries);
        if (!klarnaAway) await accounts.missed(account, again ? undefined : error.problem.code);
        accounts.done(account);
      },
      left: () => accounts.left(),
    },
    run,
  );
  if (!over) return "later";
  await query("UPDATE sweeps SET finished_at = now() WHERE environment = $1 AND night = $2 AND finished_at IS NULL", [environment, tonight.night]);
  return undefined;
}

// Tonight began when the clock last stood at that hour, in UTC. What was seen since needn't be read.
const beginStatement = `
  WITH tonight AS (
    SELECT (date_trunc('day', (now() AT TIME ZONE 'UTC') - make_interval(hours => $2::int)) + make_interval(hours => $2::int)) AT TIME ZONE 'UTC' AS night),
  begun AS (
    INSERT INTO sweeps (environment, night, total)
    SELECT $1, night, (SELECT count(*) FROM merchants WHERE environment = $1 AND (seen_at IS NULL OR seen_at < night)) FROM tonight
    ON CONFLICT DO NOTHING RETURNING night)
  SELECT t.night::text AS night, s.finished_at IS NOT NULL AS finished
  FROM tonight t LEFT JOIN sweeps s ON s.environment = $1 AND s.night = t.night`;

import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";

const lease = { seconds: 20, renewEvery: 5_000 } as const;
const patience = 15_000;

/** Says whether the lease is still held, and makes it last. To be asked right before something that mustn't happen beside another's. */
export type StillMine = () => Promise<boolean>;

/**
 * Runs work while nobody else writes to this merchant through the desk, in whatever process. Who dies leaves it to the next within 20 s; who
 * wakes up late is told by `stillMine`. Throws 409 when another's doesn't end while somebody waits.
 */
export async function alone<Answer>(environment: Environment, accountId: string, work: (stillMine: StillMine) => Promise<Answer>): Promise<Answer> {
  const holder = crypto.randomUUID();
  const mine = [environment, accountId, holder, lease.seconds] as const;
  await take(mine);
  const stillMine = async () => (await query(renewStatement, mine)).length > 0;
  const renewing = setInterval(() => void stillMine().catch(() => undefined), lease.renewEvery);
  try {
    return await work(stillMine);
  } finally {
    clearInterval(renewing);
    await query("DELETE FROM merchant_leases WHERE environment = $1 AND account_id = $2 AND holder = $3", mine.slice(0, 3)).catch(() => undefined);
  }
}

async function take(mine: readonly unknown[]): Promise<void> {
  const ends = performance.now() + patience;
  while ((await query(takeStatement, mine)).length === 0) {
    if (performance.now() > ends)
      throw new ProblemError({
        status: 409,
        code: "MERCHANT_BUSY",
        message: "Another change of this merchant is being sent at this moment. Nothing was done; try again in a few seconds.",
      });
    await sleep(20 + Math.random() * 80);
  }
}

const takeStatement = `
  INSERT INTO merchant_leases AS l (environment, account_id, holder, until) VALUES ($1, $2, $3, now() + make_interval(secs => $4::int))
  ON CONFLICT (environment, account_id) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE l.until < now() RETURNING 1`;
const renewStatement = `
  UPDATE merchant_leases SET until = now() + make_interval(secs => $4::int) WHERE environment = $1 AND account_id = $2 AND holder = $3 RETURNING 1`;

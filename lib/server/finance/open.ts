import "server-only";
import type { FinanceOpen } from "@/lib/desk/finance";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { unreadConnections } from "../payouts/connections/unread";
import { isOdd } from "../payouts/filter";
import { latePayouts } from "../payouts/late";
import { isLate, standings, verdict } from "../settlements/standing";

/** What doesn't add up, what is late, and what can't be told yet: of all that the desk knows, whenever it was. */
export async function openMoney(environment: Environment): Promise<FinanceOpen> {
  const [[settlements], [payouts]] = await Promise.all([
    query<FinanceOpen["settlements"]>(settlementStatement, [environment]),
    query<FinanceOpen["payouts"]>(payoutStatement, [environment]),
  ]);
  return { settlements: settlements ?? { differs: 0, unknown: 0, late: 0, all: 0 }, payouts: payouts ?? { odd: 0, due: 0, late: 0, unread: 0, all: 0 } };
}

/** When Klarna last said something of a settlement, and until when payouts are known. */
export async function knownMoney(environment: Environment): Promise<{ readonly settlements: string | null; readonly payouts: string | null }> {
  const [known] = await query<{ settlements: string | null; payouts: string | null }>(
    `SELECT (SELECT ${utc("max(seen_at)")} FROM settlements WHERE environment = $1) AS settlements,
       (SELECT ${utc("min(listed_until)")} FROM payout_connections WHERE environment = $1 AND removed_at IS NULL) AS payouts`,
    [environment],
  );
  return known ?? { settlements: null, payouts: null };
}

const count = (which: string) => `(count(*) FILTER (WHERE ${which}))::int`;

const settlementStatement = `
  SELECT ${count(`${verdict} = 'differs'`)} AS differs, ${count(`${verdict} = 'unknown'`)} AS unknown, ${count(isLate)} AS late, count(*)::int AS all
  FROM ${standings} WHERE s.environment = $1`;

const payoutStatement = `
  SELECT ${count(isOdd)} AS odd, ${count("p.lines_due AND p.gone_at IS NULL")} AS due, count(*)::int AS all,
    (SELECT count(*) FROM (${latePayouts}) x WHERE x.environment = $1)::int AS late,
    (SELECT count(*) FROM (${unreadConnections}) x WHERE x.environment = $1)::int AS unread
  FROM payouts p WHERE p.environment = $1`;

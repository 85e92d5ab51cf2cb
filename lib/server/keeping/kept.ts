import "server-only";
import type { Keeping, KeptNow } from "@/lib/desk/keeping";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { keptLogs } from "./logs";
import { keepingRules } from "./rules";

/** What is kept now, for how long, and when the desk last let go of what was over. */
export async function whatIsKept(): Promise<Keeping> {
  const [[last], [erased], logs, counts] = await Promise.all([
    query<{ at: string; removed: Readonly<Record<string, number>> }>(
      `SELECT ${utc("at")} AS at, removed FROM keeping_runs ORDER BY keeping_runs.at DESC LIMIT 1`,
    ),
    query<{ count: number }>("SELECT count(*)::int AS count FROM erased_merchants"),
    keptLogs(),
    Promise.all(
      keepingRules().map(async ({ thing, table, since, days }) => {
        const [row] = await query<Pick<KeptNow, "count" | "oldest">>(
          `SELECT count(*)::int AS count, ${utc(`min(${since})`)} AS oldest FROM ${table} WHERE ${since} <= now()`,
        );
        return { thing, days, count: row?.count ?? 0, oldest: row?.oldest ?? null };
      }),
    ),
  ]);
  return {
    kept: [...counts.map((kept) => ({ ...kept, removed: last?.removed[kept.thing] ?? null })), ...logs],
    last_run_at: last?.at ?? null,
    erased: erased?.count ?? 0,
  };
}

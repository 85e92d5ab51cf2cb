import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { allowedNow, type Budget } from "./budget";
import type { RateName } from "./rate-name";

/** How one category of Klarna's rate stands, over all processes; at most a second or two old. Requests a second. */
export interface LaneStanding {
  readonly environment: Environment;
  readonly lane: RateName;
  /** What Klarna says, and what may be used now: less for a while when Klarna refused below its own word. */
  readonly limit: number;
  readonly allowed: number;
  /** Given to processes, sent in the last second, and waiting for their turn. */
  readonly shared: number;
  readonly used: number;
  readonly waiting: number;
  readonly processes: number;
}

/** How Klarna's rate stands in each lane that was ever used. */
export async function rateStandings(): Promise<readonly LaneStanding[]> {
  const rows = await query<{ environment: Environment; lane: RateName; budget: Budget; now: number }>(
    "SELECT environment, lane, budget, extract(epoch FROM clock_timestamp())::float8 * 1000 AS now FROM rate_budgets ORDER BY environment DESC, lane",
  );
  return rows.map(({ environment, lane, budget, now }) => {
    const live = Object.values(budget.members).filter(({ until }) => until > now);
    const sum = (value: "share" | "used" | "waiting") => live.reduce((total, member) => total + member[value], 0);
    const standing = { limit: budget.limit, allowed: allowedNow(budget, now), shared: sum("share"), used: sum("used"), waiting: sum("waiting") };
    return { environment, lane, ...standing, processes: live.length };
  });
}

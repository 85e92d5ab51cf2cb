import "server-only";
import type { DatabaseHealth } from "@/lib/desk/health";

import { query } from "../db/client";

/** How quickly the database answers, how full it is, and whether its clock is ours. */
export async function databaseHealth(): Promise<DatabaseHealth> {
  const [asked, began] = [Date.now(), performance.now()];
  const [clock] = await query<{ now: number }>("SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now");
  const latency = performance.now() - began;
  const [row] = await query<Pick<DatabaseHealth, "connections" | "most_connections"> & { size: string }>(
    `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections,
            current_setting('max_connections')::int AS most_connections, pg_database_size(current_database()) AS size`,
  );
  return {
    latency: Math.round(latency * 10) / 10,
    connections: row?.connections ?? 0,
    most_connections: row?.most_connections ?? 0,
    size: Number(row?.size ?? 0),
    // The database looked at its clock about half way.
    clock_ahead: Math.round((clock?.now ?? asked) - (asked + latency / 2)),
  };
}

/** Which PostgreSQL it is, and how many migrations were applied. */
export async function databaseVersions(): Promise<{ readonly postgres: string; readonly migrations: number }> {
  const [row] = await query<{ postgres: string; migrations: number }>(
    "SELECT current_setting('server_version') AS postgres, (SELECT count(*)::int FROM drizzle.__drizzle_migrations) AS migrations",
  );
  return row ?? { postgres: "", migrations: 0 };
}

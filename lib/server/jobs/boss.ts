import "server-only";
import PgBoss from "pg-boss";

import { noticed } from "../db/client";
import { isDatabaseDown } from "../door";
import { env } from "../env";
import { logFault } from "../log";

// Next.js may hold this module more than once.
const kept = globalThis as { deskBoss?: Promise<PgBoss> };

/** pg-boss as whoever sends jobs needs it: nothing is watched, one connection. Made at the first call, and anew after a failure. */
export function sendingBoss(): Promise<PgBoss> {
  kept.deskBoss ??= openBoss({ keepsTime: false, connections: 1 }).catch((error: unknown) => {
    delete kept.deskBoss;
    throw error;
  });
  return kept.deskBoss;
}

/** Lets go of what `sendingBoss` opened: for scripts and tests, which would hang otherwise. */
export async function closeBoss(): Promise<void> {
  const open = kept.deskBoss;
  delete kept.deskBoss;
  await (await open)?.stop({ graceful: false });
}

/** pg-boss on the desk's database. One that keeps time sends what is scheduled, ends leases that ran out, and archives what is over. */
export async function openBoss({ keepsTime, connections }: { readonly keepsTime: boolean; readonly connections: number }): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    ...noticed,
    application_name: "partner-desk-jobs",
    max: connections,
    // `npm start` and `npm run worker` migrate before they begin.
    migrate: false,
    schedule: keepsTime,
    supervise: keepsTime,
    maintenanceIntervalSeconds: 10,
    archiveCompletedAfterSeconds: 3 * day,
    archiveFailedAfterSeconds: 14 * day,
    deleteAfterDays: 14,
  });
  boss.on("error", (error) => {
    if (!isDatabaseDown(error)) logFault("job queue failed", error);
  });
  return boss.start();
}

const day = 24 * 60 * 60;

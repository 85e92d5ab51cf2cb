import "server-only";
import { query } from "../db/client";
import type { Job } from "../jobs/job";
import { finishErasing } from "./erase";
import { type KeepingRule, keepingRules } from "./rules";

const batch = 500;

/** Each night, what was kept for long enough goes, and what of an erased merchant came in since. */
export const letGoJob: Job = {
  name: "keeping",
  title: "Removes what was kept for long enough",
  schedule: "17 3 * * *",
  scheduledInWords: "Every night at 03:17 UTC",
  retries: 3,
  run: async (_, { signal }) => {
    await letGo(signal);
    return signal.aborted ? "later" : undefined;
  },
};

/** Removes what is over, in short batches, and writes down how much went. */
export async function letGo(signal: AbortSignal): Promise<Readonly<Record<string, number>>> {
  const removed: Record<string, number> = {};
  for (const rule of keepingRules()) removed[rule.thing] = await removeOld(rule, signal);
  await finishErasing(signal);
  if (signal.aborted) return removed;
  await query("INSERT INTO keeping_runs (removed) VALUES ($1)", [JSON.stringify(removed)]);
  await query("DELETE FROM keeping_runs WHERE at < (SELECT at FROM keeping_runs ORDER BY at DESC OFFSET 99 LIMIT 1)");
  return removed;
}

async function removeOld({ table, since, mayGo, days }: KeepingRule, signal: AbortSignal): Promise<number> {
  let removed = 0;
  while (!signal.aborted) {
    // A batch is one short statement: nobody waits for it, and a process that dies has lost nothing.
    const gone = await query(
      `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
         SELECT ctid FROM ${table} t WHERE ${since} < now() - make_interval(days => $1::int) AND ${mayGo} LIMIT ${batch} FOR UPDATE SKIP LOCKED)) RETURNING 1`,
      [days],
    );
    removed += gone.length;
    if (gone.length < batch) break;
  }
  return removed;
}

import "server-only";
import { query } from "./client";

const goodFor = 60_000;
let read: { readonly at: number; readonly ahead: number } | undefined;

/**
 * This moment by the database's clock: the one clock that all processes of a desk share. It is read once a minute and runs on by this
 * machine's monotonic clock in between, so it doesn't matter what the machine's own clock says, or whether somebody sets it.
 */
export async function databaseTime(): Promise<Date> {
  if (read === undefined || performance.now() - read.at > goodFor) read = await readClock();
  return new Date(performance.now() + read.ahead);
}

/** The same clock, to be read without waiting: for what takes seconds. */
export async function databaseClock(): Promise<() => Date> {
  const ahead = (await databaseTime()).getTime() - performance.now();
  return () => new Date(performance.now() + ahead);
}

async function readClock() {
  const asked = performance.now();
  const [row] = await query<{ now: number }>("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now");
  const at = performance.now();
  // It was said at some moment in between.
  return { at, ahead: (row?.now ?? Date.now()) - (asked + at) / 2 };
}

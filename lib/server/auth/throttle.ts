import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

import { keyedHash } from "../crypto";
import { query } from "../db/client";

/** Who tries to sign in: the account that was typed, where from, and the device's mark if this browser has signed in to it before. */
export interface Attempt {
  readonly email: string;
  readonly address: string;
  readonly knownDevice: string | undefined;
}

/**
 * How many failures are borne in a quarter of an hour. A device that has signed in to this account before has a bucket of
 * its own, so a stranger who uses up the account's bucket locks out nobody but strangers.
 */
const limits = { device: 10, account: 20, pair: 5, address: 60 } as const;
const windowMinutes = 15;

/**
 * Undefined when this attempt may be tried; else the bucket that is full. It is counted as a failure before the password is looked at,
 * since a thousand tries at once would all find the buckets empty; what succeeds is given back. What isn't tried counts nowhere.
 */
export async function takeTry(attempt: Attempt): Promise<Buffer | undefined> {
  const taken: Buffer[] = [];
  for (const { bucket, limit } of bucketsOf(attempt)) {
    const [room] = await query(takeStatement, [bucket, windowMinutes, limit]);
    if (!room) {
      await query(giveBackStatement, [taken]);
      return bucket;
    }
    taken.push(bucket);
  }
  return undefined;
}

/** Records that a bucket is full: once in its window, or strangers would fill the log. How many more there were the window before is told with it. */
export async function noteThrottled(full: Buffer): Promise<void> {
  await query(noteStatement, [keyedHash("throttle", JSON.stringify(["noted", full.toString("hex")])), windowMinutes]);
}

/** The same for somebody who is signed in and proves who they are. Throws 429 when it may not be tried. */
export async function requireTry(attempt: Attempt): Promise<void> {
  if (!(await takeTry(attempt))) return;
  throw new ProblemError({ status: 429, code: "TOO_MANY_TRIES", message: "Too many tries. Wait a quarter of an hour, or ask an admin for help." });
}

/** Takes an attempt out of its buckets again: it wasn't a failure. */
export async function giveBack(attempt: Attempt): Promise<void> {
  await query(giveBackStatement, [bucketsOf(attempt).map(({ bucket }) => bucket)]);
}

/**
 * The account's last: a flood from one address never gets as far. The address's first: once it is full, accounts that are made up leave no rows behind.
 */
function bucketsOf({ email, address, knownDevice }: Attempt) {
  const bucket = (...parts: readonly string[]) => keyedHash("throttle", JSON.stringify(parts));
  if (knownDevice) return [{ bucket: bucket("device", email, knownDevice), limit: limits.device }];
  return [
    { bucket: bucket("address", address), limit: limits.address },
    { bucket: bucket("pair", email, address), limit: limits.pair },
    { bucket: bucket("account", email), limit: limits.account },
  ];
}

const takeStatement = `
  INSERT INTO throttles AS t (bucket, failures, window_ends) VALUES ($1, 1, now() + make_interval(mins => $2::int))
  ON CONFLICT (bucket) DO UPDATE SET
    failures = CASE WHEN t.window_ends > now() THEN t.failures + 1 ELSE 1 END,
    window_ends = CASE WHEN t.window_ends > now() THEN t.window_ends ELSE excluded.window_ends END
  WHERE t.window_ends <= now() OR t.failures < $3
  RETURNING failures`;

// How many more there were is told with the next time that the bucket fills, if that is before its row is dropped (`keeping/rules.ts`, a day).
const noteStatement = `
  WITH before AS (SELECT failures FROM throttles WHERE bucket = $1),
  noted AS (
    INSERT INTO throttles AS t (bucket, failures, window_ends) VALUES ($1, 1, now() + make_interval(mins => $2::int))
    ON CONFLICT (bucket) DO UPDATE SET
      failures = CASE WHEN t.window_ends > now() THEN t.failures + 1 ELSE 1 END,
      window_ends = CASE WHEN t.window_ends > now() THEN t.window_ends ELSE excluded.window_ends END
    RETURNING failures)
  INSERT INTO audit_entries (kind, detail)
  SELECT 'sign-in-failed', jsonb_build_object('why', 'throttled', 'not_recorded_before', coalesce((SELECT failures - 1 FROM before), 0)) FROM noted WHERE failures = 1`;

// In one order always: two that wait for each other's rows would be a deadlock.
const giveBackStatement = `
  UPDATE throttles SET failures = greatest(failures - 1, 0)
  WHERE bucket IN (SELECT bucket FROM throttles WHERE bucket = ANY($1) AND window_ends > now() ORDER BY bucket FOR UPDATE)`;

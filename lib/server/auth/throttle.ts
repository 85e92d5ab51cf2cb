import "server-only";

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
 * Whether this attempt may be tried at all. It is counted as a failure before the password is looked at, since a thousand tries
 * at once would all find the buckets empty; what succeeds is given back.
 */
export async function takeTry(attempt: Attempt): Promise<boolean> {
  const buckets = bucketsOf(attempt);
  const rows = await query<{ bucket: Buffer; failures: number }>(takeStatement, [buckets.map(({ bucket }) => bucket), windowMinutes]);
  const free = buckets.every(({ bucket, limit }) => (rows.find((row) => row.bucket.equals(bucket))?.failures ?? 0) <= limit);
  // What wasn't tried doesn't count: else one address could use up an account's bucket.
  if (!free) await giveBack(attempt);
  return free;
}

/** Takes an attempt out of its buckets again: it wasn't a failure. */
export async function giveBack(attempt: Attempt): Promise<void> {
  await query(giveBackStatement, [bucketsOf(attempt).map(({ bucket }) => bucket)]);
}

function bucketsOf({ email, address, knownDevice }: Attempt) {
  const bucket = (...parts: readonly string[]) => keyedHash("throttle", JSON.stringify(parts));
  if (knownDevice) return [{ bucket: bucket("device", email, knownDevice), limit: limits.device }];
  return [
    { bucket: bucket("account", email), limit: limits.account },
    { bucket: bucket("pair", email, address), limit: limits.pair },
    { bucket: bucket("address", address), limit: limits.address },
  ];
}

// In one order always: two attempts that wait for each other's rows would be a deadlock.
const takeStatement = `
  INSERT INTO throttles (bucket, failures, window_ends)
  SELECT bucket, 1, now() + make_interval(mins => $2::int) FROM unnest($1::bytea[]) AS bucket ORDER BY bucket
  ON CONFLICT (bucket) DO UPDATE SET
    failures = CASE WHEN throttles.window_ends > now() THEN throttles.failures + 1 ELSE 1 END,
    window_ends = CASE WHEN throttles.window_ends > now() THEN throttles.window_ends ELSE excluded.window_ends END
  RETURNING bucket, failures`;

const giveBackStatement = `
  UPDATE throttles SET failures = greatest(failures - 1, 0)
  WHERE bucket IN (SELECT bucket FROM throttles WHERE bucket = ANY($1) AND window_ends > now() ORDER BY bucket FOR UPDATE)`;

import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { env } from "../env";
import { together } from "../together";

/** What two requests may come closer together on their way, in milliseconds. */
export const slack = 50;
/** How far apart an account's updates are, in milliseconds. */
export const updatesApart = 1_000 + slack;

/** Waits until an account may be sent its next update: one a second at most, from all processes and for whatever reason, repeats counted in. */
export async function awaitPace(environment: Environment, accountId: string): Promise<void> {
  const wait = await nextFor({ environment, accountId });
  if (wait > 0) await sleep(wait);
}

/** Notes that an account's update leaves only now, so that the next one is a second after this. Never rejects: a database that is away keeps no update from being sent. */
export async function paceFromNow(account: Account): Promise<void> {
  await note(account).catch(() => undefined);
}

interface Account {
  readonly environment: Environment;
  readonly accountId: string;
}

/** Reserves the next moment for each, and answers how far off it is, in milliseconds. */
const nextFor = together(async (accounts: readonly Account[]) => {
  const seconds = (updatesApart / 1_000) * env().DESK_TIME_SCALE;
  const rows = await query<Account & { wait: number }>(reserveStatement, [
    accounts.map(({ environment }) => environment),
    accounts.map(({ accountId }) => accountId),
    seconds,
  ]);
  const waits = new Map(rows.map(({ environment, accountId, wait }) => [`${environment} ${accountId}`, wait]));
  return accounts.map(({ environment, accountId }) => waits.get(`${environment} ${accountId}`) ?? seconds * 1_000);
});

const note = together(async (accounts: readonly Account[]) => {
  await query(noteStatement, [accounts.map(({ environment }) => environment), accounts.map(({ accountId }) => accountId)]);
  return accounts.map(() => undefined);
});

const noteStatement = `
  UPDATE update_paces p SET latest = clock_timestamp() FROM (SELECT e, a FROM unnest($1::text[], $2::text[]) AS given (e, a) ORDER BY e, a) g
  WHERE p.environment = g.e AND p.account_id = g.a AND p.latest < clock_timestamp()`;

// A moment far ahead was written by a clock that was wrong. One that is asked for twice at once is refused by PostgreSQL; each is asked for alone then.
const reserveStatement = `
  INSERT INTO update_paces AS p (environment, account_id, latest)
  SELECT e, a, clock_timestamp() FROM unnest($1::text[], $2::text[]) AS given (e, a) ORDER BY e, a
  ON CONFLICT (environment, account_id) DO UPDATE SET latest = CASE WHEN p.latest > clock_timestamp() + interval '1 minute' THEN clock_timestamp()
    ELSE greatest(clock_timestamp(), p.latest + make_interval(secs => $3::float8)) END
  RETURNING environment, account_id AS "accountId", greatest(0, extract(epoch FROM latest - clock_timestamp()) * 1000)::float8 AS wait`;

import { afterEach, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { readDuePayouts } from "@/lib/server/payouts/sync/due";
import { listSyncs } from "@/lib/server/payouts/sync/standing";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { book, forgetPayouts, readFirst, work } from "./stage";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});
beforeEach(async () => {
  await book(emulator, { payouts: 3, lines: 4 });
  await readFirst();
});
afterEach(forgetPayouts);

const look = () => readDuePayouts.run({}, { signal: new AbortController().signal, holds: () => true, fence: 0, by: undefined });
const passes = (interval: string) =>
  query(
    "WITH syncs AS (UPDATE payout_syncs SET created_at = created_at - $1::interval) UPDATE payout_connections SET deep_at = deep_at - $1::interval, listed_until = listed_until - $1::interval",
    [interval],
  );
const kinds = async () => (await listSyncs("test")).map(({ kind }) => kind);

test("nothing is read again within the hour, what is new after it, and everything after a week, in nobody's name", async () => {
  await look();
  expect(await kinds()).toEqual(["full"]);
  await passes("56 minutes");
  await look();
  expect(await kinds()).toEqual(["incremental", "full"]);
  // While one is open there is no other.
  await passes("56 minutes");
  await look();
  expect(await kinds()).toEqual(["incremental", "full"]);
  await work();
  await passes("8 days");
  await look();
  expect(await kinds()).toEqual(["deep", "incremental", "full"]);
  expect((await listSyncs("test")).every(({ by }) => by === null)).toBe(true);
});

test("where Klarna doesn't take the credential it is asked once a day; a removed connection is left alone", async () => {
  await query("UPDATE payout_connections SET refusal = 'KLARNA_REFUSED_KEY'");
  await passes("5 hours");
  await look();
  expect(await kinds()).toEqual(["full"]);
  await passes("1 day");
  await look();
  expect(await kinds()).toHaveLength(2);
  await work();
  await query("UPDATE payout_connections SET removed_at = now(), credential = NULL");
  await passes("9 days");
  await look();
  expect(await kinds()).toHaveLength(2);
});

test("one that was given up by the queue is gone on with after an hour, unless its person may not any more", async () => {
  await passes("2 hours");
  await look();
  const failed = (code: string, ago: string) =>
    query(
      "UPDATE pgboss.job SET state = 'failed', completed_on = now() - $1::interval, output = jsonb_build_object('code', $2::text) WHERE name = 'payouts' AND state < 'active'",
      [ago, code],
    );
  const states = async () => (await listSyncs("test")).map(({ state }) => state);
  await failed("NO_ANSWER", "30 minutes");
  await look();
  expect(await states()).toEqual(["stopped", "done"]);
  await query("UPDATE pgboss.job SET completed_on = now() - interval '61 minutes' WHERE name = 'payouts' AND state = 'failed'");
  await look();
  expect(await states()).toEqual(["waiting", "done"]);
  await failed("NOT_ALLOWED", "61 minutes");
  await look();
  expect(await states()).toEqual(["stopped", "done"]);
});

import { beforeEach, expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { sendJob } from "@/lib/server/jobs/queue";
import { Worker } from "@/lib/server/jobs/worker";
import { sweeps } from "@/lib/server/sweep/job";
import { listSweeps } from "@/lib/server/sweep/list";
import { Tempo } from "@/lib/server/sweep/tempo";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { accountId, asked, askedFor, knowsAll } from "../imports/stage";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

beforeEach(async () => {
  for (const table of ["merchants", "merchant_changes", "sweeps", "sweep_misses", "pgboss.job"]) await query(`DELETE FROM ${table}`);
  klarna.received.length = 0;
  knowsAll(klarna);
});

/** Accounts that were last seen so many hours ago; null was never seen. */
async function seen(hours: readonly (number | null)[]): Promise<void> {
  await query(
    `INSERT INTO merchants (environment, account_id, account_name, seen_at)
     SELECT 'test', id, 'Nordlys', now() - make_interval(hours => hours::int) FROM unnest($1::text[], $2::int[]) given (id, hours)`,
    [hours.map((_, index) => accountId(index)), hours],
  );
}

const [sweep] = sweeps;
async function look(): Promise<void> {
  if (!sweep) throw new Error("There is no sweep.");
  await sendJob(sweep, { data: {} });
  const worker = new Worker([sweep]);
  await worker.look();
  await worker.settled();
  await worker.stop();
}

test("each account that nobody has seen since the night began is read once, the longest unseen first, and no other", async () => {
  await seen([30, null, 50, 0, 40]);
  const waited = vi.spyOn(Tempo.prototype, "wait");
  await look();
  expect(waited, "each in its turn").toHaveBeenCalledTimes(4);
  expect(klarna.received.map(({ path }) => askedFor(path))).toEqual([1, 2, 4, 0].map(accountId));
  const [night] = await listSweeps();
  expect(night).toMatchObject({ environment: "test", total: 4, left: 0, missed: 0 });
  expect(night?.finished_at).not.toBeNull();
  await look();
  expect(klarna.received.length).toBe(4);
});

test("a sweep that was cut off goes on where it was", async () => {
  await seen(Array.from({ length: 60 }, () => 30));
  knowsAll(klarna, { milliseconds: 20 });
  if (!sweep) throw new Error("There is no sweep.");
  await sendJob(sweep, { data: {} });
  const worker = new Worker([sweep]);
  await worker.look();
  await expect.poll(() => klarna.received.length, { timeout: 15_000 }).toBeGreaterThan(10);
  await worker.stop();
  expect(klarna.received.length).toBeLessThan(60);
  expect((await listSweeps())[0]).toMatchObject({ total: 60, finished_at: null });
  await look();
  expect([...asked(klarna).values()].filter((times) => times > 1)).toEqual([]);
  expect(asked(klarna).size).toBe(60);
});

test("what Klarna doesn't know, or never answers for, is passed over and counted", async () => {
  await seen([30, 30, 30]);
  const { script } = klarna;
  klarna.script = (request, response) => {
    if (askedFor(request.path) === accountId(0)) return { status: 404, body: "{}" };
    return askedFor(request.path) === accountId(1) ? { status: 500, body: "{}" } : script(request, response);
  };
  await look();
  expect((await listSweeps())[0]).toMatchObject({ total: 3, missed: 2, left: 0 });
  const before = klarna.received.length;
  await look();
  expect(klarna.received.length).toBe(before);
});

test("a difference that nobody here made stands on the timeline, old and new", async () => {
  await seen([30, 30]);
  klarna.script = ({ path }) => ({
    body: JSON.stringify({ account_id: askedFor(path), account_name: askedFor(path) === accountId(0) ? "Sydljus" : "Nordlys", state: "OPERATIONAL" }),
  });
  await look();
  expect(await query("SELECT account_id, field, before, after, drift FROM merchant_changes")).toEqual([
    { account_id: accountId(0), field: "account_name", before: "Nordlys", after: "Sydljus", drift: true },
  ]);
  expect((await listSweeps())[0]).toMatchObject({ differences: 1 });
});

test("a desk that gives its sweeps no share reads nothing by itself", async () => {
  await seen([30]);
  const settings = env() as { DESK_SWEEP_SHARE: number };
  const before = settings.DESK_SWEEP_SHARE;
  settings.DESK_SWEEP_SHARE = 0;
  await look();
  settings.DESK_SWEEP_SHARE = before;
  expect([klarna.received, await listSweeps()]).toEqual([[], []]);
});

test("a merchant's enablements are read after it, each in its turn, and not again the next night", async () => {
  await query("DELETE FROM enablement_reads");
  await seen([30, 40]);
  klarna.script = ({ path }) =>
    path.includes("payment-program-enablements")
      ? { body: '{"payment_program_enablements":[]}' }
      : { body: JSON.stringify({ account_id: askedFor(path), state: "OPERATIONAL", products: [{ product_id: "krn:product:1" }] }) };
  const waited = vi.spyOn(Tempo.prototype, "wait").mockClear();
  const enablements = () => klarna.received.filter(({ path }) => path.includes("payment-program-enablements")).length;
  await look();
  expect([klarna.received.length, enablements(), waited.mock.calls.length]).toEqual([4, 2, 4]);
  await query("UPDATE merchants SET seen_at = now() - interval '30 hours'");
  await query("DELETE FROM sweeps");
  await look();
  expect([klarna.received.length, enablements()]).toEqual([6, 2]);
});

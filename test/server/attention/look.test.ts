import { Client } from "pg";
import { beforeAll, beforeEach, expect, test } from "vitest";

import { lookForAttention } from "@/lib/server/attention/job";
import { lookAtMerchants, lookBy, most } from "@/lib/server/attention/look";
import { merchantRules, rules } from "@/lib/server/attention/rules";
import { unseen } from "@/lib/server/attention/rules/accounts";
import { query } from "@/lib/server/db/client";
import { sendJob } from "@/lib/server/jobs/queue";
import { jobs } from "@/lib/server/jobs/registry";
import { Worker } from "@/lib/server/jobs/worker";
import { eraseMerchant } from "@/lib/server/keeping/erase";
import { letGo } from "@/lib/server/keeping/let-go";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { countsFor, look, merchant, operation, shownTo } from "./stage";

withDesk(noKlarna, { DESK_TIME_SCALE: "1" });

const stuck = { state: "PARTIALLY_OPERATIONAL", reason: "INITIAL_SETUP" };
let person: SignedIn;
beforeAll(async () => {
  person = await signedIn("admin");
});
beforeEach(async () => {
  for (const table of ["attention", "attention_looks", "operations", "merchants"]) await query(`DELETE FROM ${table}`);
});

const rows = () =>
  query<{ account_id: string; done: boolean; closed: boolean }>(
    "SELECT account_id, done_at IS NOT NULL AS done, closed_at IS NOT NULL AS closed FROM attention ORDER BY opened_at, id",
  );

test("what stands open isn't found a second time", async () => {
  await merchant(stuck);
  await look();
  await look();
  expect(await rows()).toHaveLength(1);
});

test("what is done stays done while it is so, and comes anew only when it had ended and begins anew", async () => {
  const id = await merchant(stuck);
  await look();
  await query("UPDATE attention SET done_at = now()");
  await look();
  expect(await shownTo(person)).toEqual([]);
  expect(await rows()).toMatchObject([{ done: true, closed: false }]);

  await query("UPDATE merchants SET state = 'OPERATIONAL'");
  await look();
  expect(await rows()).toMatchObject([{ done: true, closed: true }]);
  await query("UPDATE merchants SET state = 'PARTIALLY_OPERATIONAL'");
  await look();
  expect(await rows()).toMatchObject([{ closed: true }, { account_id: id, done: false, closed: false }]);
  expect(await shownTo(person)).toHaveLength(1);
});

test("two that look at once bring in nothing twice: the second waits for the first and then leaves it", async () => {
  const id = await merchant(stuck);
  const other = new Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  await other.query("BEGIN");
  await other.query("INSERT INTO attention (environment, account_id, rule, subject, due_at) VALUES ('test', $1, 'stuck', $2, now())", [id, stuck.reason]);
  const looking = look();
  await expect.poll(() => query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).not.toEqual([]);
  await other.query("COMMIT");
  await other.end();
  await looking;
  expect(await rows()).toHaveLength(1);
});

test("many workers that look at once bring in and end each thing once", async () => {
  for (let at = 0; at < 40; at += 1) await merchant(stuck);
  await Promise.all([look(), look(), look()]);
  expect(await rows()).toHaveLength(40);
  await query("UPDATE merchants SET state = 'OPERATIONAL' WHERE account_id IN (SELECT account_id FROM merchants LIMIT 20)");
  await Promise.all([look(), look(), look()]);
  expect((await rows()).filter(({ closed }) => closed)).toHaveLength(20);
  expect(await rows()).toHaveLength(40);
});

test("the job is begun by itself, and two processes' workers run it once at a time", async () => {
  await merchant(stuck);
  expect(jobs).toContain(lookForAttention);
  const workers = [new Worker([lookForAttention], "all"), new Worker([lookForAttention], "all")];
  await workers[0]?.look();
  expect(await query("SELECT cron FROM pgboss.schedule WHERE name = 'attention'")).toEqual([{ cron: "* * * * *" }]);
  await sendJob(lookForAttention, { data: {} });
  await Promise.all(workers.map((worker) => worker.look()));
  await Promise.all(workers.map((worker) => worker.settled()));
  expect(await rows()).toHaveLength(1);
  for (const worker of workers) await worker.stop();
});

test("what is learned of a merchant is looked at by all rules that find merchants, and by no other", () => {
  const naming = rules.filter(({ findings }) => !findings.includes("'' AS account_id"));
  expect(merchantRules.map(({ name }) => name)).toEqual(naming.map(({ name }) => name));
});

test("one merchant is looked at by itself, and nothing of the others changes", async () => {
  const [one, other] = [await merchant(stuck), await merchant(stuck)];
  await lookAtMerchants("test", [one]);
  expect(await rows()).toMatchObject([{ account_id: one, closed: false }]);
  await look();
  await query("UPDATE merchants SET state = 'OPERATIONAL'");
  await lookAtMerchants("test", [one]);
  expect((await rows()).map(({ account_id, closed }) => [account_id, closed])).toEqual([
    [one, true],
    [other, false],
  ]);
  await lookAtMerchants("live", [other]);
  expect((await rows()).filter(({ closed }) => closed)).toHaveLength(1);
});

test("of a great many only so many come in, the longest so first; how many more there are is said, and they come as there is room", async () => {
  await query(
    `INSERT INTO merchants (environment, account_id, seen_at)
     SELECT 'test', 'krn:partner:global:account:test:MANY' || n, now() - interval '31 days' - n * interval '1 minute' FROM generate_series(1, $1::int) n`,
    [most + 12],
  );
  await lookBy(unseen);
  const open = async () => (await query("SELECT FROM attention WHERE closed_at IS NULL AND done_at IS NULL")).length;
  expect(await open()).toBe(most);
  expect((await countsFor(person)).more).toEqual([{ environment: "test", rule: "unseen", count: 12 }]);
  expect(await query("SELECT FROM attention WHERE account_id IN ('krn:partner:global:account:test:MANY12', 'krn:partner:global:account:test:MANY1')")).toEqual(
    [],
  );
  await query("UPDATE attention SET done_at = now() WHERE id IN (SELECT id FROM attention LIMIT 10)");
  await lookBy(unseen);
  expect(await open()).toBe(most);
  expect((await countsFor(person)).more).toEqual([{ environment: "test", rule: "unseen", count: 2 }]);
  expect((await countsFor(person, { rule: "stuck" })).more).toEqual([]);
});

test("an erased merchant's things go, those of when its account wasn't known too, and nothing is found of it any more", async () => {
  const id = await merchant(stuck);
  const onboarding = await operation(person, null, { state: "'unknown'", name: "'accounts.onboard'", account_reference: "'SE-9'" });
  await operation(person, id, { unannounced_since: "now()" });
  await look();
  expect(await rows()).toHaveLength(3);
  await query("UPDATE operations SET state = 'confirmed', account_id = $2 WHERE id = $1", [onboarding, id]);
  await look();
  await eraseMerchant("test", id, { personId: person.id, role: "admin" });
  await look();
  expect(await rows()).toEqual([]);
});

test("nothing of an erased merchant comes in, whoever would write it", async () => {
  await query("INSERT INTO erased_merchants (environment, account_id, person_id) VALUES ('test', 'gone', $1)", [person.id]);
  await query("INSERT INTO attention (environment, account_id, rule, due_at) VALUES ('test', 'gone', 'stuck', now())");
  expect(await rows()).toEqual([]);
});

test("what was over for ninety days goes; what is still so stays, however old", async () => {
  await query(
    `INSERT INTO attention (environment, account_id, rule, due_at, opened_at, done_at, closed_at) VALUES
     ('test', 'old', 'stuck', now(), now() - interval '400 days', NULL, now() - interval '91 days'),
     ('test', 'over', 'stuck', now(), now() - interval '400 days', NULL, now() - interval '89 days'),
     ('test', 'done', 'stuck', now(), now() - interval '400 days', now() - interval '400 days', NULL)`,
  );
  await letGo(new AbortController().signal);
  expect((await rows()).map(({ account_id }) => account_id).sort()).toEqual(["done", "over"]);
});

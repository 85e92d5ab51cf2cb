import { beforeAll, expect, test, vi } from "vitest";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";
import { GET as health } from "@/app/api/health/route";
import { closeDatabase, query } from "@/lib/server/db/client";
import { healthReport } from "@/lib/server/health/report";
import { sendingBoss } from "@/lib/server/jobs/boss";
import { beginStopping } from "@/lib/server/stopping";

import { ask } from "../harness/ask";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { type SeverableDatabase, severableDatabase } from "../harness/severable-database";
import { freshDatabase } from "../setup/fresh-database";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("operations")).cookie;
});

test("a report says how the database, Klarna, webhooks, the background and the disk are", async () => {
  klarna.script = () => ({ body: '{"account_id":"krn:partner:global:account:test:LWT2XJSE"}' });
  await ask("accounts.get", { cookie, search: idsFor("accounts.get") });
  await query("INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw) VALUES ('live', 'one', 'x', 'k', '\\x00')");
  const report = await healthReport();
  expect(report).toMatchObject({
    at: expect.stringMatching(/^2.*Z$/),
    klarna: [
      { environment: "test", breaker: "closed", calls: 1, failures: 0, p50: expect.any(Number), p95: expect.any(Number), answered_ago: expect.any(Number) },
      { environment: "live", breaker: "closed", calls: 0, failures: 0, p50: null, p95: null, answered_ago: null },
    ],
    webhooks: [
      { environment: "test", state: "well", last_at: null, waiting: 0 },
      { environment: "live", last_at: expect.stringMatching(/^2/), waiting: 1 },
    ],
    work: { waiting: 0, running: 0, failed: 0, unknown_outcomes: 0 },
    versions: { desk: expect.stringMatching(/^\d/), node: process.version, postgres: expect.stringMatching(/^1[5-9]/) },
  });
  expect(report.database.latency).toBeGreaterThan(0);
  expect(report.database.connections).toBeGreaterThan(0);
  expect(report.database.size).toBeGreaterThan(1_000_000);
  expect(Math.abs(report.database.clock_ahead)).toBeLessThan(1_000);
  expect(report.versions.migrations).toBeGreaterThan(5);
  expect(report.disk?.free).toBeLessThanOrEqual(report.disk?.size ?? 0);
  // A process tells the others of its share a moment after its first request.
  await vi.waitFor(async () => {
    const { rates } = await healthReport();
    expect(rates.filter(({ environment }) => environment === "test")).toMatchObject([{ lane: "management", limit: expect.any(Number) }]);
  });
});

test("unknown outcomes and failed jobs are counted; what the queue does for itself isn't", async () => {
  const { id } = await signedIn("operations");
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, lease_until)
     VALUES ('test', 'accounts.update', gen_random_uuid(), gen_random_uuid(), $1, '{}', 'unknown', '\\x00', now())`,
    [id],
  );
  const boss = await sendingBoss();
  for (const name of ["made-up", "__pgboss__made-up"]) {
    await boss.createQueue(name);
    await query("INSERT INTO pgboss.job (name, state) VALUES ($1, 'failed'), ($1, 'created'), ($1, 'active')", [name]);
  }
  expect((await healthReport()).work).toMatchObject({ unknown_outcomes: 1, failed: 1, waiting: 1, running: 1 });
});

test("a change that Klarna should have announced, and didn't, is an alarm of the report", async () => {
  const { id } = await signedIn("operations");
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, lease_until, first_sent_at, sent_at, settled_at)
     VALUES ('live', 'accounts.onboard', gen_random_uuid(), gen_random_uuid(), $1, '{}', 'confirmed', '\\x00', now(), now() - interval '1 hour', now(), now() - interval '1 hour')`,
    [id],
  );
  await query("DELETE FROM webhook_events");
  await query(
    "INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw, received_at) VALUES ('live', 'old', 'x', 'k', '', now() - interval '2 hours')",
  );
  expect((await healthReport()).webhooks).toMatchObject([
    { environment: "test", state: "well", unannounced: 0 },
    { environment: "live", state: "missing", unannounced: 1 },
  ]);
});

test("live answers without the database; ready and both say that it is away, and nothing else", async () => {
  const own = process.env.DATABASE_URL;
  const database: SeverableDatabase = await severableDatabase(await freshDatabase());
  await closeDatabase();
  const { env } = await import("@/lib/server/env");
  const settings = env() as { DATABASE_URL: string };
  const before = settings.DATABASE_URL;
  settings.DATABASE_URL = database.url;
  try {
    expect((await ready()).status).toBe(200);
    database.cut();
    expect(live().status).toBe(200);
    for (const answer of [await ready(), await health()]) {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toEqual({ live: true, ready: false });
    }
  } finally {
    await closeDatabase();
    settings.DATABASE_URL = before;
    await database.stop();
  }
  expect(process.env.DATABASE_URL).toBe(own);
  expect(await (await health()).json()).toEqual({ live: true, ready: true });
});

test("a desk that is about to end is live and not ready: a balancer sends nobody there any more", async () => {
  beginStopping();
  try {
    expect(live().status).toBe(200);
    expect([(await ready()).status, await (await health()).json()]).toEqual([503, { live: true, ready: false }]);
  } finally {
    delete (globalThis as { deskStopping?: boolean }).deskStopping;
  }
});

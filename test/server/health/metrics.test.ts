import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";

import { closeDatabase, query } from "@/lib/server/db/client";
import { guardRequests } from "@/lib/server/edge/guard";
import { env } from "@/lib/server/env";
import { sendingBoss } from "@/lib/server/jobs/boss";
import { serveMetrics } from "@/lib/server/serve-metrics";

import { freePort } from "../../../scripts/process/free-port.mjs";
import { ask } from "../harness/ask";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { type SeverableDatabase, severableDatabase } from "../harness/severable-database";
import { freshDatabase } from "../setup/fresh-database";

const port = await freePort();
let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

test("Prometheus is told counts and times, and no id, name or address of anything", async () => {
  serveMetrics(port);
  klarna.script = () => ({ body: '{"account_id":"krn:partner:global:account:test:LWT2XJSE"}' });
  const { cookie } = await signedIn("operations");
  await ask("accounts.get", { cookie, search: idsFor("accounts.get") });
  const desk = createServer(guardRequests((_, response) => void response.end(), 1_000)).listen(0, "127.0.0.1");
  await once(desk, "listening");
  const at = (desk.address() as AddressInfo).port;
  for (const path of ["/test/merchants/krn:partner:global:account:test:LWT2XJSE", "/api/desk/drafts", "/_next/static/a.js", "//"])
    await new Promise((resolve) => httpRequest({ host: "127.0.0.1", port: at, path }, (response) => response.resume().on("end", resolve)).end());

  const scraped = await vi.waitFor(async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain('desk_answers_total{kind="page",status="4xx"} 1');
    return text;
  });
  expect(scraped).toContain('desk_answers_total{kind="page",status="2xx"} 1');
  expect(scraped).toContain('desk_answers_total{kind="door",status="2xx"} 1');
  expect(scraped).toContain('desk_klarna_seconds_count{environment="test",outcome="answered"} 1');
  expect(scraped).toContain('desk_klarna_breaker_open{environment="live"} 0');
  expect(scraped).toContain("process_resident_memory_bytes");
  expect(scraped).not.toMatch(/krn:|LWT2XJSE|desk\.example|operations-/);
  const labels = new Set([...scraped.matchAll(/[{,](\w+)="/g)].map(([, name]) => name));
  expect(
    [...labels].filter(
      (name) =>
        !["kind", "status", "environment", "outcome", "lane", "state", "of", "le", "type", "space", "version", "major", "minor", "patch"].includes(name ?? ""),
    ),
  ).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await new Promise((resolve) => desk.close(resolve));
});

/** What is told now, by its name and labels. */
async function told(): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
  );
}

test("what Health shows is told as it is when it is asked for: rate, jobs, unknown outcomes, webhooks, database and disk", async () => {
  const { id } = await signedIn("operations");
  const before = await told();
  expect(before.get("desk_database_up")).toBe(1);
  expect(before.get("desk_database_seconds")).toBeGreaterThan(0);
  expect(before.get("desk_database_seconds")).toBeLessThan(10);
  expect(before.get("desk_operations_unknown")).toBe(0);
  expect(before.get('desk_jobs{state="failed"}')).toBe(0);
  expect(before.has('desk_webhook_last_age_seconds{environment="test"}')).toBe(false);
  expect(before.get('desk_webhooks_alarm{environment="test"}')).toBe(0);

  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, params, state, request_hash, lease_until)
     VALUES ('test', 'accounts.update', gen_random_uuid(), gen_random_uuid(), $1, '{}', 'unknown', '\\x00', now())`,
    [id],
  );
  const boss = await sendingBoss();
  await boss.createQueue("made-up");
  await query("INSERT INTO pgboss.job (name, state) VALUES ('made-up', 'failed'), ('made-up', 'failed'), ('made-up', 'created')");
  await query(
    "INSERT INTO webhook_events (environment, event_id, event_type, signing_key_id, raw, received_at) VALUES ('test', 'old', 'x', 'k', '', now() - interval '100 hours')",
  );
  const after = await told();
  expect(after.get("desk_operations_unknown")).toBe(1);
  expect([after.get('desk_jobs{state="failed"}'), after.get('desk_jobs{state="waiting"}')]).toEqual([2, 1]);
  expect(after.get('desk_webhook_last_age_seconds{environment="test"}')).toBeGreaterThan(100 * 3_600 - 60);
  expect(after.get('desk_webhook_last_age_seconds{environment="test"}')).toBeLessThan(100 * 3_600 + 600);
  expect(after.get('desk_webhooks_waiting{environment="test"}')).toBe(1);
  expect(after.get('desk_webhooks_alarm{environment="test"}')).toBe(1);
  expect(after.get('desk_webhooks_alarm{environment="live"}')).toBe(0);
  const free = [...after].find(([name]) => name.startsWith("desk_disk_free_bytes{of="))?.[1] ?? 0;
  expect(free).toBeGreaterThan(0);
  // A process tells the others of its share a moment after its first request.
  await vi.waitFor(async () => {
    const rates = await told();
    expect(rates.get('desk_rate_allowed{environment="test",lane="management"}')).toBeGreaterThan(0);
    expect(rates.has('desk_rate_used{environment="test",lane="management"}')).toBe(true);
  });
});

test("while the database is away just that is told, and nothing that was so before", async () => {
  const database: SeverableDatabase = await severableDatabase(await freshDatabase());
  await closeDatabase();
  const settings = env() as { DATABASE_URL: string };
  const before = settings.DATABASE_URL;
  settings.DATABASE_URL = database.url;
  try {
    expect((await told()).get("desk_database_up")).toBe(1);
    database.cut();
    const away = await told();
    expect(away.get("desk_database_up")).toBe(0);
    expect([...away.keys()].filter((name) => /^desk_(database_(seconds|bytes)|rate|jobs|operations|webhook|disk)/.test(name))).toEqual([]);
    expect(away.has("process_resident_memory_bytes")).toBe(true);
  } finally {
    await closeDatabase();
    settings.DATABASE_URL = before;
    await database.stop();
  }
});

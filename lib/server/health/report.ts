import "server-only";
import type { HealthReport, KlarnaHealth, WebhookHealth, WorkHealth } from "@/lib/desk/health";
import { environments } from "@/lib/klarna/environment";
import desk from "@/package.json";

import { query } from "../db/client";
import { env } from "../env";
import { breakerOf } from "../klarna/breaker";
import { pulseOf } from "../klarna/pulse";
import { rateStandings } from "../klarna/standings";
import { watchWebhooks } from "../webhooks/watch";
import { databaseHealth, databaseVersions } from "./database";
import { diskHealth } from "./disk";

/** How the desk and what it needs are, now. */
export async function healthReport(): Promise<HealthReport> {
  // First by itself: what is asked beside others waits for them.
  const database = await databaseHealth();
  const [versions, rates, webhooks, work, disk] = await Promise.all([databaseVersions(), rateStandings(), webhookHealth(), workHealth(), diskHealth()]);
  return {
    at: new Date().toISOString(),
    database,
    klarna: connected().map(klarnaHealth),
    rates: rates
      .filter(({ environment }) => env().klarna.has(environment))
      .map(({ environment, lane, limit, allowed, used, waiting }) => ({ environment, lane, limit, allowed, used, waiting })),
    webhooks,
    work,
    disk,
    versions: { desk: desk.version, node: process.version, ...versions },
  };
}

function connected() {
  return environments.filter((environment) => env().klarna.has(environment));
}

function klarnaHealth(environment: KlarnaHealth["environment"]): KlarnaHealth {
  const { answeredAgo, ...pulse } = pulseOf(environment);
  return { environment, breaker: breakerOf(environment).state(), ...pulse, answered_ago: answeredAgo };
}

async function webhookHealth(): Promise<readonly WebhookHealth[]> {
  const waiting = query<Pick<WebhookHealth, "environment" | "waiting">>(
    "SELECT environment, count(*)::int AS waiting FROM webhook_events WHERE processed_at IS NULL GROUP BY environment",
  );
  const [rows, watches] = await Promise.all([waiting, Promise.all(connected().map(watchWebhooks))]);
  return watches.map((watch) => ({ ...watch, waiting: rows.find(({ environment }) => environment === watch.environment)?.waiting ?? 0 }));
}

async function workHealth(): Promise<WorkHealth> {
  const [row] = await query<WorkHealth>(
    `SELECT (SELECT count(*)::int FROM rereads WHERE due_at <= now() AND environment = ANY($1)) AS rereads_due,
            (SELECT count(*)::int FROM operations WHERE state = 'unknown') AS unknown_outcomes,
            count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now())::int AS waiting,
            count(*) FILTER (WHERE state = 'active')::int AS running, count(*) FILTER (WHERE state = 'failed')::int AS failed
     FROM pgboss.job WHERE name NOT LIKE '\\_\\_pgboss%'`,
    [connected()],
  );
  return row ?? { waiting: 0, running: 0, failed: 0, rereads_due: 0, unknown_outcomes: 0 };
}

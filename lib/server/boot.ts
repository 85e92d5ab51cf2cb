import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import { clientCertificate } from "./certificates/own";
import { standBefore } from "./edge/stand";
import { env } from "./env";
import { logInfo } from "./log";
import { guardOutput } from "./log-guard";
import { stopOnSignal } from "./stop";

/**
 * Checks the settings, takes the edge, says which keys it has and starts the background work, unless that is left to processes of its own. With faulty settings the process ends, after saying all that is wrong.
 * A worker names the port of its own for metrics: the desk's is taken where both run on one machine.
 */
export function boot(metricsPort: "DESK_METRICS_PORT" | "DESK_WORKER_METRICS_PORT" = "DESK_METRICS_PORT"): void {
  try {
    // Read now, so that what becomes of the files later is no fault of a change under way.
    for (const environment of env().klarna.keys()) clientCertificate(environment);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "The settings can't be read."}\n`);
    process.exit(1);
  }
  // Who develops reads what Next.js says.
  if (process.env.NODE_ENV !== "development") guardOutput();
  standBefore(Number(process.env.PORT));
  const port = env()[metricsPort];
  if (port !== undefined) void import("./serve-metrics").then(({ serveMetrics }) => serveMetrics(port));
  stopOnSignal(startSoon());
  logInfo("desk started", { count: env().klarna.size });
}

/** Whoever waits for the desk's first page gets it first: nothing else is loaded or done before. Answers what stops it. */
function startSoon(): () => Promise<void> {
  let stopped = false;
  const starting = sleep(breath).then(async () => {
    if (stopped) return;
    (await import("./credentials/own")).keepNotingKeys();
    return env().DESK_WORKER === "on" ? (await import("./jobs/background")).startBackground() : undefined;
  });
  return async () => {
    stopped = true;
    await (await starting)?.();
  };
}

const breath = 1_000;

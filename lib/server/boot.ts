import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import { keepNotingKeys } from "./credentials/own";
import { standBefore } from "./edge/stand";
import { env } from "./env";
import { logInfo } from "./log";
import { guardOutput } from "./log-guard";
import { serveMetrics } from "./metrics";
import { stopOnSignal } from "./stop";

/** Checks the settings, takes the edge, says which keys it has and starts the background work, unless that is left to processes of its own. With faulty settings the process ends, after saying all that is wrong. */
export function boot(): void {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "The settings can't be read."}\n`);
    process.exit(1);
  }
  // Who develops reads what Next.js says.
  if (process.env.NODE_ENV !== "development") guardOutput();
  standBefore(Number(process.env.PORT));
  serveMetrics();
  keepNotingKeys();
  stopOnSignal(env().DESK_WORKER === "on" ? startBackgroundSoon() : async () => undefined);
  logInfo("desk started", { count: env().klarna.size });
}

/** Whoever waits for the desk's first page gets it first: background work is neither loaded nor done before. Answers what stops it. */
function startBackgroundSoon(): () => Promise<void> {
  let stopped = false;
  const starting = sleep(breath).then(async () => (stopped ? undefined : (await import("./jobs/background")).startBackground()));
  return async () => {
    stopped = true;
    await (await starting)?.();
  };
}

const breath = 1_000;

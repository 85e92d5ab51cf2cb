import "server-only";
import { standBefore } from "./edge/stand";
import { env } from "./env";
import { startBackground } from "./jobs/background";
import { logInfo } from "./log";
import { guardOutput } from "./log-guard";
import { serveMetrics } from "./metrics";
import { stopOnSignal } from "./stop";

/** Checks the settings, takes the edge and starts the background work, unless that is left to processes of its own. With faulty settings the process ends, after saying all that is wrong. */
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
  const stop = env().DESK_WORKER === "on" ? startBackground() : async () => undefined;
  stopOnSignal(stop);
  logInfo("desk started", { count: env().klarna.size });
}

import "server-only";
import { env } from "./env";
import { startBackground } from "./jobs/background";
import { logInfo } from "./log";

/** Checks the settings and starts the background work, unless that is left to processes of its own. With faulty settings the process ends, after saying all that is wrong. */
export function boot(): void {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "The settings can't be read."}\n`);
    process.exit(1);
  }
  const stop = env().DESK_WORKER === "on" ? startBackground() : async () => undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
  logInfo("desk started", { count: env().klarna.size });
}

import "server-only";
import { closeServer } from "./edge/stand";
import { env } from "./env";
import { logInfo, logWarning } from "./log";
import { beginStopping } from "./stopping";

/** Longer than our patience with Klarna's answer to a change, which is longer than Klarna's own 59 s. */
const deadline = 75_000;

/**
 * Ends this process in order when it is asked to: nobody is let in any more, what was begun is answered and settled, and only then
 * does it exit. What isn't done by the deadline is left as a killed process would leave it, to be taken up by another.
 */
export function stopOnSignal(background: () => Promise<void>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Next.js would end its server without knowing of our work.
    process.removeAllListeners(signal);
    // Once: whoever asks a second time doesn't want to wait.
    process.once(signal, () => void stop(background));
  }
}

async function stop(background: () => Promise<void>): Promise<void> {
  if (!beginStopping()) return;
  logInfo("desk stopping");
  setTimeout(() => {
    logWarning("desk stopped before all was done");
    process.exit(1);
  }, deadline * env().DESK_TIME_SCALE);
  await Promise.all([closeServer(), background()]);
  const { closeDatabase } = await import("./db/client");
  await closeDatabase();
  logInfo("desk stopped");
  process.exit(0);
}

import "server-only";
import { logFault, logWarning } from "./log";

/**
 * Takes over what Next.js and libraries would write on the terminal themselves. Their texts may quote what a person typed, so of
 * an error its name and place are kept, and of anything else that it was said.
 */
export function guardOutput(): void {
  const { console } = globalThis;
  for (const level of ["error", "warn"] as const) console[level] = (...said: readonly unknown[]) => note(said, level);
  for (const level of ["log", "info", "debug", "trace"] as const) console[level] = () => undefined;
  process.removeAllListeners("warning");
  process.on("warning", (warning) => noteFault("a library warned", warning));
  process.on("uncaughtException", (error) => {
    noteFault("a fault that nobody caught", error);
    // Next.js goes on; a process without it is begun anew by whoever watches over it.
    if (process.listenerCount("uncaughtException") === 1) process.exit(1);
  });
}

// What failed is often told twice: by Next.js to our hook, and then to the terminal.
const noted = new WeakSet<Error>();

/** Notes a fault once, however often it is told. */
export function noteFault(event: string, error: unknown): void {
  if (error instanceof Error) {
    if (noted.has(error)) return;
    noted.add(error);
  }
  const { digest } = (error ?? {}) as { readonly digest?: unknown };
  logFault(event, error, typeof digest === "string" && /^[\w@-]{1,40}$/.test(digest) ? { digest } : {});
}

function note(said: readonly unknown[], level: "error" | "warn"): void {
  const error = said.find((one) => one instanceof Error);
  if (error) noteFault("a library failed", error);
  else logWarning("a library spoke", { code: level });
}

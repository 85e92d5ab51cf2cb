import { createRequire } from "node:module";

/** The lines that the desk has logged. */
export const logged: string[] = [];

// In the place of pino in the database suites (see vitest.config.ts): the same logger, writing to `logged`.
const { pino: original } = createRequire(import.meta.url)("pino") as typeof import("pino");

export const pino = Object.assign((options: object) => original(options, { write: (line: string) => void logged.push(line) }), {
  stdTimeFunctions: original.stdTimeFunctions,
});

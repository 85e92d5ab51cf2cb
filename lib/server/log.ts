import "server-only";
import { pino } from "pino";

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Facts a log line may hold. Words of our own, ids and numbers: there is no field a person's data could sit in. */
export interface LogFacts {
  readonly operation?: string;
  readonly environment?: string;
  readonly code?: string;
  readonly status?: number;
  readonly errorId?: string;
  readonly count?: number;
}

/** Notes something that went as it should. */
export function logInfo(event: string, facts: LogFacts = {}): void {
  logger.info(facts, event);
}

/** Notes a bug or a fault: the error's name, code and stack frames. Never its message, which may quote what a person typed. */
export function logFault(event: string, error: unknown, facts: LogFacts = {}): void {
  const fault =
    error instanceof Error
      ? {
          name: error.name,
          code: (error as { code?: unknown }).code,
          frames: frames(error),
          cause: error.cause instanceof Error ? error.cause.name : undefined,
        }
      : undefined;
  logger.error({ ...facts, fault }, event);
}

function frames(error: Error): readonly string[] {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 8)
    .map((line) => line.trim());
}

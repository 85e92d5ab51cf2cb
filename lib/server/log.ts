import "server-only";
import { pino } from "pino";

import type { Environment } from "@/lib/klarna/environment";

import { requestId } from "./edge/request-id";

// Every line of a request carries its id, whoever writes it.
const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin: () => ({ requestId: requestId() }) });

/** Facts a log line may hold. Words of our own, ids and numbers: there is no field a person's data could sit in. */
export interface LogFacts {
  /** The name of an operation, a door or a job: one that we gave, never one that was asked for. */
  readonly operation?: string;
  readonly environment?: Environment;
  readonly code?: string;
  readonly status?: number;
  readonly errorId?: string;
  /** What Next.js calls a page's failure, and the person sees. */
  readonly digest?: string;
  readonly count?: number;
}

/** Notes something that went as it should. */
export function logInfo(event: string, facts: LogFacts = {}): void {
  logger.info(facts, event);
}

/** Notes something that isn't a fault but should be looked at. */
export function logWarning(event: string, facts: LogFacts = {}): void {
  logger.warn(facts, event);
}

/** Notes a bug or a fault: the error's name, code and stack frames. Never its message, which may quote what a person typed. */
export function logFault(event: string, error: unknown, facts: LogFacts = {}): void {
  logger.error({ ...facts, fault: error instanceof Error ? { ...known(error), frames: frames(error), causes: causes(error) } : undefined }, event);
}

/** What an error is called. A name or a code that isn't one word could be a message in disguise. */
function known(error: Error): { readonly name: string; readonly code: string | undefined } {
  const { code } = error as { readonly code?: unknown };
  return { name: /^\w{1,60}$/.test(error.name) ? error.name : "Error", code: typeof code === "string" && /^\w{1,60}$/.test(code) ? code : undefined };
}

function causes({ cause }: Error): readonly object[] {
  return cause instanceof Error ? [known(cause), ...causes(cause)].slice(0, 4) : [];
}

/** The stack without its head. A message can hold lines that look like frames, so it is cut out first. */
function frames({ stack = "", message }: Error): readonly string[] {
  return stack
    .slice(message === "" ? 0 : Math.max(0, stack.indexOf(message)) + message.length)
    .split("\n")
    .filter((line) => frame.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}

const frame = /^ {4}at [\w.$<>[\]# ]*\(?(?:file:|node:|webpack|turbopack|\/|[A-Z]:\\)\S*:\d+:\d+\)?$/;

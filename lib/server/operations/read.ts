import "server-only";
import type { Readable } from "node:stream";
import { z } from "zod";

import type { Environment } from "@/lib/klarna/environment";
import type { Operation } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";

import { databaseClock } from "../db/clock";
import { callKlarna } from "../klarna/call";
import { isNotThere } from "../klarna/from-klarna";
import type { Priority } from "../klarna/lanes";
import { learn } from "../merchants/learn";
import { noteMissing } from "../merchants/missing";

/** A read of Klarna, checked and permitted. */
export interface ReadCall {
  readonly environment: Environment;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** To check something only: the directory doesn't learn from it. */
  readonly aside?: boolean;
}

/** What Klarna answered: parsed leniently, or a stream to pass on. Nothing is masked yet. */
export interface Answered {
  readonly output?: unknown;
  readonly stream?: Readable;
}

/** Reads from Klarna, and lets the directory learn from it. Throws Klarna's refusal, or why there is no answer, as a problem. */
export async function read({ environment, operation, params, query, aside = false }: ReadCall, priority: Priority): Promise<Answered> {
  const now = await databaseClock();
  let askedAt = now();
  // It may have waited long for its turn, or been sent again: what was asked meanwhile is no later than this.
  const onLeave = () => {
    askedAt = now();
  };
  const answer = await callKlarna(operation, { environment, params, query, priority, onLeave });
  if (answer.kind !== "yes") {
    if (isNotThere(answer.problem.problem) && operation.name === "accounts.get" && params.account_id)
      await noteMissing(environment, params.account_id, askedAt);
    throw answer.problem;
  }
  if (answer.stream) return { stream: answer.stream };
  const output = readable(operation, answer.body, params);
  if (!aside) await learn({ environment, operation, params, answer: output, askedAt });
  return { output };
}

/** The answer as the row describes it, unknown fields kept. Throws 502 when it is nothing of the kind, or about another account than was asked for. */
export function readable(operation: Operation, body: unknown, params: Readonly<Record<string, string>>): unknown {
  // Where nothing is to be said, whatever is said beside the yes is nothing.
  if (operation.output instanceof z.ZodVoid) return undefined;
  const parsed = operation.output.safeParse(body);
  if (parsed.success && isAbout(params.account_id, parsed.data)) return parsed.data;
  throw new ProblemError({ status: 502, code: "UNREADABLE_ANSWER", message: "Klarna's answer couldn't be read." });
}

/** One merchant's data must never be shown, or learned, as another's, whatever went wrong on the way. */
function isAbout(accountId: string | undefined, answer: unknown): boolean {
  const named = (answer as { readonly account_id?: unknown } | null)?.account_id;
  return accountId === undefined || named === undefined || named === null || named === accountId;
}

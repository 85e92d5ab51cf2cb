import "server-only";
import type { Readable } from "node:stream";

import type { Operation, OutputOf } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";

import { callPayouts, type PayoutsCall } from "./call";
import type { Access } from "./credential";

/** Reads from Klarna's Settlements API; unknown fields are kept. Throws Klarna's refusal, or why there is no answer, as a problem. */
export async function readPayouts<Op extends Operation>(access: Access, operation: Op, call: PayoutsCall<Op>): Promise<OutputOf<Op>> {
  const answer = await callPayouts(access, operation, call);
  if (answer.kind !== "yes") throw answer.problem;
  const parsed = operation.output.safeParse(answer.body);
  if (parsed.success) return parsed.data as OutputOf<Op>;
  throw unreadable();
}

/** One of Klarna's papers, to be passed on as it comes. */
export async function streamPayouts<Op extends Operation>(access: Access, operation: Op, call: PayoutsCall<Op>): Promise<Readable> {
  const answer = await callPayouts(access, operation, call);
  if (answer.kind !== "yes") throw answer.problem;
  if (answer.stream) return answer.stream;
  throw unreadable();
}

function unreadable(): ProblemError {
  return new ProblemError({ status: 502, code: "UNREADABLE_ANSWER", message: "Klarna's answer couldn't be read: it isn't what its Settlements API gives." });
}

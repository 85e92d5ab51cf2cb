import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Dispatcher } from "undici";

import { fillPath, type Operation, type ParamsOf, type QueryOf } from "@/lib/klarna/operation";

import { env } from "../../env";
import { type Answer, readAnswer, unclear } from "../../klarna/answer";
import { breakerOf, keptBack } from "../../klarna/breaker";
import { learnRate, type Priority, rateUsedUp, takeTurn } from "../../klarna/lanes";
import { isStopping } from "../../stopping";
import { type Access, authorizationOf } from "./credential";
import { payoutsPool } from "./host";
import { fromPayouts } from "./refusal";

/** One request to Klarna's Settlements API. */
export interface PayoutsCall<Op extends Operation = Operation> {
  readonly params: ParamsOf<Op>;
  readonly query?: QueryOf<Op>;
  readonly priority: Priority;
  /** Told of each try. */
  readonly onTry?: (() => void) | undefined;
}

const patience = 30_000;
/** A job has time; a person hasn't. */
const tries = { interactive: 3, background: 6 } as const;

/** Calls Klarna's Settlements API within its rate, and again after 429, 5xx and lost connections: all of it is reading. Never throws for what Klarna answers or fails to. */
export async function callPayouts<Op extends Operation>(access: Access, operation: Op, call: PayoutsCall<Op>): Promise<Answer> {
  let answer = await sendOnce(access, operation, call);
  for (let again = 1; again < tries[call.priority] && !isStopping() && mayPass(answer, call.priority); again += 1) {
    // Full jitter: a random share of a doubling wait. After a 429 the turn is waited for besides, as long as Klarna has said.
    await sleep(Math.random() * 250 * 2 ** again * env().DESK_TIME_SCALE);
    answer = await sendOnce(access, operation, call);
  }
  return answer;
}

/** What was slow is asked for again by a job only: nobody waits for it. */
function mayPass(answer: Answer, priority: Priority): boolean {
  if (answer.kind === "yes") return false;
  if (answer.kind === "no") return answer.status === 429 && answer.problem.problem.code !== rateUsedUp;
  return !(answer.slow && priority === "interactive") && !answer.keptBack && (answer.status === undefined || answer.status >= 500);
}

/** One try, unless this host has been silent: then none is made. */
async function sendOnce<Op extends Operation>(access: Access, operation: Op, call: PayoutsCall<Op>): Promise<Answer> {
  const breaker = breakerOf(`payouts ${access.region} ${access.environment}`);
  if (!breaker.admits()) return keptBack();
  const answer = await ask(access, operation, call);
  breaker.learn(answer);
  return answer;
}

async function ask<Op extends Operation>(access: Access, operation: Op, { params, query, priority, onTry }: PayoutsCall<Op>): Promise<Answer> {
  const { region, environment, credential } = access;
  const timeout = patience * env().DESK_TIME_SCALE;
  try {
    await takeTurn(environment, `payouts ${region}`, undefined, priority);
    onTry?.();
    const { pool, base } = payoutsPool(region, environment);
    const response: Dispatcher.ResponseData = await pool.request({
      method: "GET",
      path: `${base}${fillPath(operation.path, params as Readonly<Record<string, string>>)}${searchOf(query)}`,
      headers: { authorization: authorizationOf(credential), accept: "application/json, text/csv, application/pdf" },
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
    learnRate(environment, `payouts ${region}`, undefined, response.statusCode, response.headers);
    return await readAnswer(response, timeout, fromPayouts);
  } catch (error) {
    return unclear(error);
  }
}

function searchOf(query: unknown): string {
  const given = Object.entries((query ?? {}) as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

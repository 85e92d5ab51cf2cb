import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import type { Environment } from "@/lib/klarna/environment";
import { fillPath, type Operation } from "@/lib/klarna/operation";

import { env } from "../env";
import { observeKlarna } from "../metrics";
import { isStopping } from "../stopping";
import { type Answer, inDoubt, readAnswer, unclear } from "./answer";
import { breakerOf, isFailure, keptBack } from "./breaker";
import { learnRate, type Priority, rateUsedUp, takeTurn } from "./lanes";
import { klarnaPool } from "./pool";
import { noteBeat } from "./pulse";
import { connected, klarnaSettings } from "./settings";
import { awaitPace, paceFromNow, slack, updatesApart } from "./update-pace";

/** One request to Klarna, ready to be sent. `body` is the JSON text itself: what is repeated is repeated to the byte. */
export interface KlarnaCall {
  readonly environment: Environment;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly priority: Priority;
  /** Told each time that a try leaves, once its turn has come. */
  readonly onLeave?: () => void;
}

// Klarna gives up after 59 s and says so; a shorter patience of ours would turn its clear answers into unknown outcomes.
const patience = { read: 30_000, change: 65_000 } as const;
const tries = 3;

/**
 * Calls Klarna within its rate, and again where a repeat is safe: a read, a request that was not taken up (429, no
 * connection), or a change under its idempotency key. Never throws for what Klarna answers or fails to: see `Answer`.
 */
export async function callKlarna(operation: Operation, call: KlarnaCall): Promise<Answer> {
  let answer = await sendOnce(operation, call);
  for (let again = 1; again < tries && !isStopping() && repeatIsSafe(operation, call, answer); again += 1) {
    await sleep(pauseBefore(again, operation) * env().DESK_TIME_SCALE);
    const next = await sendOnce(operation, call);
    if (next.kind === "unclear" && next.keptBack) break;
    answer = soberly(answer, next);
  }
  return answer;
}

/** Full jitter: a random share of a doubling wait, so that many who failed together don't come back together. */
function pauseBefore(again: number, { paced }: Operation): number {
  const jitter = Math.random() * 250 * 2 ** again;
  // Its account couldn't be sent it sooner. Waited for before its turn is taken: one that is taken early is sent in a second that is full by then.
  return paced ? Math.max(updatesApart, jitter) : jitter;
}

function repeatIsSafe(operation: Operation, call: KlarnaCall, answer: Answer): boolean {
  if (answer.kind === "yes") return false;
  // Our own 429 comes after a long wait for the turn already.
  if (answer.kind === "no") return answer.status === 429 && answer.problem.problem.code !== rateUsedUp;
  if (answer.slow || answer.keptBack) return false;
  return operation.method === "GET" || call.idempotencyKey !== undefined || answer.unsent;
}

/** Once a try may have done it, that a later one surely didn't says nothing. */
function soberly(before: Answer, after: Answer): Answer {
  return before.kind === "unclear" && !before.unsent ? inDoubt(after) : after;
}

/** One try, unless there is nobody to be asked or Klarna has been silent: then none is made. */
async function sendOnce(operation: Operation, call: KlarnaCall): Promise<Answer> {
  if (!connected().includes(call.environment))
    return keptBack(`This desk isn't connected to Klarna's ${call.environment.toUpperCase()} environment, so nothing was sent.`);
  const breaker = breakerOf(call.environment);
  if (!breaker.admits()) return keptBack();
  const answer = await ask(operation, call);
  breaker.learn(answer);
  return answer;
}

async function ask(operation: Operation, call: KlarnaCall): Promise<Answer> {
  const { environment, params, query, body, idempotencyKey, priority } = call;
  const lane = operation.lane ?? "management";
  const timeout = patience[operation.method === "GET" ? "read" : "change"] * env().DESK_TIME_SCALE;
  let sentAt: number | undefined;
  const told = (answer: Answer) => {
    if (sentAt === undefined) return answer;
    const [took, failed] = [performance.now() - sentAt, isFailure(answer)];
    noteBeat(environment, took, failed);
    observeKlarna(environment, took, failed);
    return answer;
  };
  try {
    const paced = operation.paced ? params.account_id : undefined;
    // The account's moment first: nothing comes between a turn and its sending, or requests would be closer together than their turns were.
    if (paced !== undefined) await awaitPace(environment, paced);
    const reservedAt = performance.now();
    await takeTurn(environment, lane, params.account_id, priority);
    const pool = klarnaPool(environment);
    sentAt = performance.now();
    call.onLeave?.();
    const noted = paced !== undefined && sentAt - reservedAt > slack * env().DESK_TIME_SCALE ? paceFromNow({ environment, accountId: paced }) : undefined;
    const response = await pool.request({
      method: operation.method,
      path: pathOf(operation, environment, params, query),
      headers: {
        authorization: `Basic ${klarnaSettings(environment).apiKey}`,
        accept: "application/json, text/csv",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(idempotencyKey !== undefined && { "klarna-idempotency-key": idempotencyKey }),
      },
      body: body ?? null,
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
    learnRate(environment, lane, params.account_id, response.statusCode, response.headers);
    await noted;
    return told(await readAnswer(response, timeout));
  } catch (error) {
    return told(unclear(error, sentAt === undefined));
  }
}

function pathOf(
  operation: Operation,
  environment: Environment,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, unknown>> | undefined,
): string {
  const base = new URL(klarnaSettings(environment).url).pathname.replace(/\/$/, "");
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  const search = given.length === 0 ? "" : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
  return `${base}${fillPath(operation.path, params)}${search}`;
}

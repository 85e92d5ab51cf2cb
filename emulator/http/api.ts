import type { HttpBindings } from "@hono/node-server";

import { everyOperation } from "@/lib/klarna/every-operation";

import type { Klarna } from "../klarna";
import type { Answer } from "./answer";
import { perform } from "./perform";
import { internalError, noRoute, Refusal, rateLimited, unauthorized } from "./refusal";
import { Router } from "./router";
import { send, strikeAfter, strikeBefore } from "./wire";

const router = new Router(everyOperation.values());

/** Answers one request as Klarna would: who asks, what for, is there room, does a fault strike, and then the work itself. */
export async function answerRequest(klarna: Klarna, bindings: HttpBindings, log: (error: unknown) => void): Promise<Response> {
  const { incoming } = bindings;
  const { path, search } = addressOf(incoming.url ?? "/");
  const environment = klarna.keys.environment(incoming.headers.authorization);
  const match = router.match(incoming.method ?? "GET", path);
  const lane = match?.operation.lane ?? "management";
  if (!environment) return send(refused(unauthorized(), log), klarna.limits.look("test", lane), bindings);
  if (!match) return send(refused(noRoute(), log), klarna.limits.look(environment, lane), bindings);
  const { name } = match.operation;
  klarna.requests.received(name);
  const { allowed, headers } = klarna.limits.take(environment, lane, match.params.account_id);
  const fault = allowed ? klarna.faults.strike(name) : undefined;
  try {
    if (!allowed) throw rateLimited();
    const gone = await strikeBefore(fault?.kind, bindings);
    if (gone) return gone;
    const slowBy = fault?.kind === "slow" ? (fault.ms ?? 1000) : 0;
    const answer = await perform(klarna, { ...match, environment, incoming, path, search, slowBy });
    return answered(strikeAfter(fault?.kind, answer));
  } catch (error) {
    return answered(strikeAfter(fault?.kind, refused(error, log)));
  }

  function answered(answer: Answer): Response {
    klarna.requests.answered(name, answer.status);
    return send(answer, headers, bindings, fault?.kind);
  }
}

function addressOf(url: string): { readonly path: string; readonly search: string } {
  const mark = url.indexOf("?");
  return mark < 0 ? { path: url, search: "" } : { path: url.slice(0, mark), search: url.slice(mark + 1) };
}

function refused(error: unknown, log: (error: unknown) => void): Answer {
  if (!(error instanceof Refusal)) log(error);
  const { status, body } = error instanceof Refusal ? error : internalError();
  return { status, type: "application/json", body: JSON.stringify(body) };
}

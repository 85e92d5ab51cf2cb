import type { HttpBindings } from "@hono/node-server";

import { isEnvironment } from "@/lib/klarna/environment";
import { payoutOperations } from "@/lib/klarna/payouts-api";
import { payoutsHost, regions } from "@/lib/klarna/payouts-api/hosts";

import type { Answer } from "../http/answer";
import { Refusal } from "../http/refusal";
import { Router } from "../http/router";
import { send, strikeAfter, strikeBefore } from "../http/wire";
import type { Klarna } from "../klarna";
import { fits } from "./credentials";
import { answerOf } from "./handlers";
import { refusal, refusalOf } from "./refusals";

const router = new Router(payoutOperations.values());
const address = /^\/payouts\/(\w+)\/(\w+)(\/settlements\/v1\/[^?]*)(?:\?(.*))?$/;

/** Whether a request is one to the Settlements API v1, which Klarna has on other hosts: here their place is `/payouts/REGION/ENVIRONMENT`. */
export function isForPayouts(url: string | undefined): boolean {
  return url !== undefined && address.test(url);
}

/** Answers one request as Klarna's older API would: who asks, what for, is there room, does a fault strike, and then the work itself. */
export async function answerPayouts(klarna: Klarna, bindings: HttpBindings, log: (error: unknown) => void): Promise<Response> {
  const { incoming } = bindings;
  const [, region, environment, path = "", search = ""] = address.exec(incoming.url ?? "") ?? [];
  const known = regions.find((name) => name === region);
  if (!known || !isEnvironment(environment)) return send(answered(refusal(404, "NOT_FOUND", "The requested route does not exist.")), {}, bindings);
  const plan = klarna.books.plan(known, environment);
  const match = router.match(incoming.method ?? "GET", path);
  const { allowed, headers } = klarna.payoutLimits.take(environment, plan.merchant_id);
  if (!fits(incoming.headers.authorization, known, environment) || plan.credential === "disabled") return refuse(refusal(401, "UNAUTHORIZED", "Unauthorized"));
  if (!match) return refuse(refusal(404, "NOT_FOUND", "The requested route does not exist."));
  if (plan.credential === "forbidden") return refuse(refusal(403, "FORBIDDEN", "The credential may not read settlements."));
  const { name } = match.operation;
  klarna.requests.received(name);
  const fault = allowed ? klarna.faults.strike(name) : undefined;
  try {
    if (!allowed) throw refusal(429, "TOO_MANY_REQUESTS", "Too many requests.");
    const gone = await strikeBefore(fault?.kind, bindings);
    if (gone) return gone;
    if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1_000));
    // Links lead to Klarna's own host, whoever asks: whoever follows them leaves this machine.
    const origin = payoutsHost(known, environment);
    return respond(strikeAfter(fault?.kind, answerOf(name, { book: klarna.books.book(known, environment), params: match.params, search, origin })));
  } catch (error) {
    if (!(error instanceof Refusal)) log(error);
    return respond(strikeAfter(fault?.kind, answered(refusalOf(error))));
  }

  function refuse(why: Refusal): Response {
    return send(answered(why), headers, bindings);
  }

  function respond(answer: Answer): Response {
    klarna.requests.answered(name, answer.status);
    return send(answer, headers, bindings, fault?.kind);
  }
}

function answered({ status, body }: Refusal): Answer {
  return { status, type: "application/json", body: JSON.stringify(body) };
}

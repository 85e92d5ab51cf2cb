import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import type { Environment } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { isChange } from "@/lib/klarna/operation";

import type { Klarna } from "../klarna";
import type { Call } from "../operations/handler";
import { handlers } from "../operations/handlers";
import type { Piece } from "../state/account";
import { type Answer, answerOf } from "./answer";
import { fingerprint } from "./idempotency";
import { readBody } from "./read-body";
import { invalid, notJson } from "./refusal";
import type { Match } from "./router";
import { validate } from "./validation";

/** A request that was let in: who asks, what for, and how long it's to be kept waiting. */
export interface Request extends Match {
  readonly environment: Environment;
  readonly incoming: IncomingMessage;
  readonly path: string;
  readonly search: string;
  readonly slowBy: number;
}

type Keep = (answer: Answer) => void;

/** Does what was asked, once where a key says so, and answers; throws a Refusal. */
export async function perform(klarna: Klarna, request: Request): Promise<Answer> {
  const { operation, environment, incoming, path } = request;
  const keyed = operation.method === "POST" || operation.method === "PATCH";
  const body = keyed ? await readBody(incoming) : undefined;
  const work = async (keep: Keep) => {
    if (request.slowBy > 0) await sleep(request.slowBy);
    return apply(klarna, request, body, keep);
  };
  const key = incoming.headers["klarna-idempotency-key"];
  if (!keyed || typeof key !== "string" || key === "") return work(() => {});
  return klarna.idempotency.once(`${environment} ${key}`, fingerprint(operation.name, path, body), work);
}

/** Validates and applies in one go, so that nothing comes between a check and its effect. */
function apply(klarna: Klarna, request: Request, body: unknown, keep: Keep): Answer {
  const { operation } = request;
  const call = readCall(klarna, request, body);
  const answer = klarna.store.transact(() => {
    const answer = answerOf(handlers.get(operation.name)?.(call));
    if (isChange(operation)) keep(answer);
    return answer;
  });
  if (isChange(operation)) klarna.requests.effect(operation.name, request.params.account_id);
  return answer;
}

function readCall(klarna: Klarna, { operation, params, environment, incoming, path, search }: Request, body: unknown): Call {
  const malformed = Object.entries(params).flatMap(([parameter, value]) => {
    const reason = checkPathParam(parameter, value);
    return reason === undefined ? [] : [{ parameter, reason }];
  });
  if (malformed.length > 0) throw invalid(malformed);
  const query = operation.query ? validate(operation.query, Object.fromEntries(new URLSearchParams(search))) : {};
  if (operation.body && body === undefined) throw notJson("The body is empty.");
  const read = operation.body ? validate(operation.body, body) : {};
  const address = `http://${incoming.headers.host ?? "127.0.0.1"}${path}${search === "" ? "" : `?${search}`}`;
  // The schemas of queries and bodies are objects.
  return { params, query: query as Piece, body: read as Piece, address, klarna, world: klarna.worlds[environment] };
}

import "server-only";
import { z } from "zod";

import { isChange, type Operation, paramNames } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";
import { hidden } from "@/lib/klarna/sensitive";

import { readJson } from "./body";
import { parseInput } from "./parse-input";

/** A request's own part of a call, checked against the row. */
export interface GivenCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>> | undefined;
  /** The body as parsed, and as the JSON text that will be sent. */
  readonly value: unknown;
  readonly body: string | undefined;
  /** The change's name; only reads have none. */
  readonly attempt: string;
}

/** Klarna refuses larger bodies with 413; so do we, before anything is sent. */
const mostBytes = 1_000_000;

/** Reads and checks ids, query and body. Throws 400 with the fields that are wrong, or 413. */
export async function readCall(request: Request, operation: Operation): Promise<GivenCall> {
  const search = new URL(request.url).searchParams;
  const names = paramNames(operation.path);
  const params = parseInput(
    z.object(Object.fromEntries(names.map((name) => [name, identifier]))),
    Object.fromEntries(names.map((name) => [name, search.get(name)])),
  );
  const query = parseInput(operation.query ?? z.strictObject({}), Object.fromEntries([...search].filter(([name]) => !names.includes(name))));
  const value = operation.body ? parseInput(operation.body, await readJson(request, mostBytes)) : undefined;
  const body = value === undefined ? undefined : JSON.stringify(value);
  if (body?.includes(hidden))
    throw new ProblemError({ status: 400, code: "MASKED_VALUE", message: "A masked value was sent back. Type it anew, or leave the field as it is." });
  return {
    params,
    query: query as GivenCall["query"],
    value,
    body,
    attempt: isChange(operation) ? parseInput(attempt, { attempt: request.headers.get("x-attempt") }).attempt : "",
  };
}

/** KRNs, UUIDs, settlement numbers, certificate serials and `default`: never a dot or a slash. */
const identifier = z
  .string("is missing")
  .max(200, "is longer than any of Klarna's identifiers")
  .regex(/^[\w:-]+$/, "isn't one of Klarna's identifiers");

const attempt = z.object({ attempt: z.uuid("A change needs the attempt that its form was opened with. Reload the page") });

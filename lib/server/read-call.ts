import "server-only";
import { z } from "zod";

import { checkPathParam } from "@/lib/klarna/identifier";
import { isChange, type Operation, paramNames } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { ProblemError, type ProblemField } from "@/lib/klarna/problem";
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
  /** Of an onboarding: the version of the draft that it is of. */
  readonly draftVersion?: number | undefined;
}

/** Klarna refuses larger bodies with 413; so do we, before anything is sent. */
const mostBytes = 1_000_000;

/** Reads and checks ids, query and body. Throws 400 with the fields that are wrong, or 413. */
export async function readCall(request: Request, operation: Operation): Promise<GivenCall> {
  const search = new URL(request.url).searchParams;
  const names = paramNames(operation.path);
  const params = readParams(names, search);
  const query = parseInput(operation.query ?? nothing, Object.fromEntries([...search].filter(([name]) => !names.includes(name))));
  const value = operation.body ? parseInput(operation.body, await readJson(request, mostBytes)) : undefined;
  const body = value === undefined ? undefined : JSON.stringify(value);
  refuseMasks(body);
  return {
    params,
    query: query as GivenCall["query"],
    value,
    body,
    attempt: isChange(operation) ? parseInput(attempt, { attempt: request.headers.get("x-attempt") }).attempt : "",
    draftVersion:
      operation.name === accounts.onboard.name ? parseInput(draft, { version: request.headers.get("x-draft-version") ?? undefined }).version : undefined,
  };
}

/** What was masked for the browser must never reach Klarna as a value. */
export function refuseMasks(body: string | undefined): void {
  if (body?.includes(hidden))
    throw new ProblemError({ status: 400, code: "MASKED_VALUE", message: "A masked value was sent back. Type it anew, or leave the field as it is." });
}

const nothing = z.strictObject({});

const attempt = z.object({ attempt: z.uuid("A change needs the attempt that its form was opened with. Reload the page").toLowerCase() });

const draft = z.object({ version: z.coerce.number().pipe(z.int32().positive()).optional() });

function readParams(names: readonly string[], search: URLSearchParams): Readonly<Record<string, string>> {
  const faults: ProblemField[] = [];
  const given = names.map((name) => {
    const value = search.get(name) ?? "";
    const message = checkPathParam(name, value);
    if (message) faults.push({ path: name, message });
    return [name, value] as const;
  });
  if (faults.length > 0) throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: "Some fields need attention.", fields: faults });
  return Object.fromEntries(given);
}

import type { z } from "zod";

import type { Permission } from "./permissions";
import type { SensitiveClass } from "./sensitive";

/** `{account_id}` and friends, read out of a path template by the type checker. */
export type PathParams<Path extends string> = string extends Path
  ? Record<string, string>
  : Path extends `${string}{${infer Name}}${infer Rest}`
    ? { readonly [Key in Name]: string } & PathParams<Rest>
    : unknown;

/** Klarna's rate-limit categories; an operation without one counts as `management`. */
export type Lane = "onboarding" | "management" | "settlement";

/** One row of Klarna's API reference. Everything else in this codebase is derived from it. */
export interface OperationSpec {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: `/v2/${string}` | `/settlements/v1/${string}`;
  readonly permission: Permission;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly output: z.ZodType;
  readonly lane?: Lane;
  /** What a person must be told, or do, before it is sent: `confirm` names object and consequences, `secret` answers once with a secret and is never repeated in the background. */
  readonly danger?: "confirm" | "secret";
  /** Klarna takes one of these an account and second, whatever else its rate allows. */
  readonly paced?: true;
  /** Other resources whose cached answers this one makes stale. Its own always are. */
  readonly refreshes?: readonly string[];
  /** What each `expand` value brings in, by class: reading it needs that class's permission. */
  readonly expansions?: Readonly<Record<string, SensitiveClass | undefined>>;
}

export type Operation<Spec extends OperationSpec = OperationSpec> = Spec & {
  readonly resource: string;
  readonly name: string;
};

export type ParamsOf<Op extends OperationSpec> = PathParams<Op["path"]>;
export type QueryOf<Op extends OperationSpec> = Op["query"] extends z.ZodType ? z.input<Op["query"]> : undefined;
export type BodyOf<Op extends OperationSpec> = Op["body"] extends z.ZodType ? z.output<Op["body"]> : void;
export type OutputOf<Op extends OperationSpec> = z.output<Op["output"]>;

/** Names the operations of one resource: `resource("bankAccounts", { list })` calls it `bankAccounts.list`. */
export function resource<const Specs extends Record<string, OperationSpec>>(name: string, specs: Specs) {
  const named = Object.entries(specs).map(([verb, spec]) => [verb, { ...spec, resource: name, name: `${name}.${verb}` }]);
  return Object.fromEntries(named) as { readonly [Verb in keyof Specs]: Operation<Specs[Verb]> };
}

/** Whether an operation changes something at Klarna: then it is recorded, keyed and audited. */
export function isChange(operation: OperationSpec): boolean {
  return operation.method !== "GET";
}

/** The names in a path template, in order. */
export function paramNames(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
}

/** Keeps an operation's own path parameters and drops the rest, so that a whole row may be passed where its id is meant. */
export function pickParams<Op extends OperationSpec>(operation: Op, params: ParamsOf<Op>): Readonly<Record<string, string>> {
  const given = params as Readonly<Record<string, string>>;
  return Object.fromEntries(paramNames(operation.path).map((name) => [name, given[name] ?? ""]));
}

/** Puts values into a path template; a value can never add a segment, a query or a host. */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (!value) throw new TypeError(`Path parameter ${name} is missing`);
    // A dot step would walk up the path, encoded or not.
    if (/^\.{1,2}$/.test(value)) throw new TypeError(`Path parameter ${name} is a step in a path`);
    return encodeURIComponent(value).replaceAll("%3A", ":");
  });
}

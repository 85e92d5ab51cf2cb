import "server-only";
import { isChange, type Operation } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { onlyProduct } from "@/lib/klarna/product-change";

/** The read of Klarna that shows what an operation meant to change; undefined for what creates something, since nothing tells it from its like. */
export function readBackOf(operation: Operation): Operation | undefined {
  return isChange(operation) ? thingPaths(operation).flatMap((path) => readsAt(operation.resource, path))[0] : undefined;
}

/** The thing an operation is about in the answer of its read-back. `undefined`: it can't be told; `null`: it isn't there. */
export function thingIn(operation: Operation, answer: unknown, params: Readonly<Record<string, string>>): object | null | undefined {
  if (!isList(operation)) return isObject(answer) ? answer : undefined;
  const list = listIn(answer);
  if (!list) return undefined;
  const name = idName(operation);
  const id = name && params[name];
  if (name === undefined || id === undefined || id === onlyProduct) return list.length === 1 ? list[0] : undefined;
  // On a page among others its absence says nothing.
  return list.find((item) => (item as Record<string, unknown>)[name] === id) ?? (isPaged(answer) ? undefined : null);
}

/** Whether the read-back is a list, in which things stand that Klarna may go on listing after they were switched off. */
export function isList(operation: Operation): boolean {
  const read = readBackOf(operation);
  return read !== undefined && read.path !== operation.path;
}

/** Where the thing itself can stand: at the operation's own path, at that path without its verb, or in the list above. A POST at its own path creates. */
function thingPaths({ method, path }: Operation): readonly string[] {
  const bare = path.replace(/\/[a-z]+$/, "");
  const thing = method === "POST" ? bare : path;
  if (method === "POST" && bare === path) return [];
  return [thing, thing.replace(/\/\{\w+\}$/, "")];
}

function readsAt(resource: string, path: string): readonly Operation[] {
  return [...operations.values()].filter((read) => read.method === "GET" && read.path === path && read.resource === resource);
}

function idName({ path }: Operation): string | undefined {
  return /\{(\w+)\}(?:\/[a-z]+)?$/.exec(path)?.[1];
}

function listIn(answer: unknown): readonly object[] | undefined {
  const list = Array.isArray(answer) ? answer : isObject(answer) ? Object.values(answer).find(Array.isArray) : undefined;
  return (list as readonly unknown[] | undefined)?.filter(isObject);
}

function isPaged(answer: unknown): boolean {
  return isObject(answer) && "pagination" in answer;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

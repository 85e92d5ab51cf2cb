import "server-only";
import type { Finding } from "@/lib/desk/operation";
import type { Operation } from "@/lib/klarna/operation";
import { valueAt } from "@/lib/klarna/value-at";

import { isList } from "./read-back";
import { same } from "./same";

/** What is known when Klarna is looked at: what was sent, what the desk knew just before, and whether anything else can explain what is seen. */
export interface Circumstances {
  readonly operation: Operation;
  readonly sent: unknown;
  /** The same thing as it was just before the first sending, as far as the desk knew it. */
  readonly before: object | undefined;
  /** Whether Klarna can't be working on it any more. */
  readonly quiet: boolean;
  /** Whether the desk has changed the same thing by another operation since. */
  readonly othersSince: boolean;
}

/** What was seen, which fields it hangs on, and what it proves: mostly nothing. */
export interface Weighed {
  readonly finding: Finding;
  readonly fields: readonly string[];
  readonly proves: "done" | "not-done" | undefined;
}

/**
 * Weighs what stands at Klarna now; `thing` is null when it isn't there. A removal is proved either way: ids don't come back. A change is
 * proved when all stands as it was sent, some of it stood otherwise just before, and no other operation of ours can have done it. That
 * it stands as before proves nothing: somebody may have changed it back.
 */
export function weighLook({ operation, sent, before, quiet, othersSince }: Circumstances, thing: object | null): Weighed {
  if (operation.method === "DELETE") {
    if (thing === null) return { finding: "gone", fields: [], proves: "done" };
    return { finding: "there", fields: [], proves: quiet && !isList(operation) ? "not-done" : undefined };
  }
  if (thing === null) return { finding: "gone", fields: [], proves: undefined };
  const wanted = wantedBy(operation, sent);
  const differing = differences(wanted, thing);
  const changed = before === undefined ? [] : differences(wanted, before, true);
  if (differing.length === 0) return { finding: "stands", fields: [], proves: changed.length > 0 && !othersSince ? "done" : undefined };
  const asBefore = changed.length > 0 && changed.every((path) => same(valueAt(before, path), valueAt(thing, path)));
  return { finding: asBefore ? "as-before" : "differs", fields: differing, proves: undefined };
}

/** What stands at Klarna once an operation is done. A body says so itself; two verbs say it by their names. */
function wantedBy({ name }: Operation, sent: unknown): unknown {
  if (name.startsWith("paymentProducts.enable")) return { state: "ENABLED" };
  if (!name.startsWith("paymentProducts.disable")) return sent;
  const { reason, reason_details } = sent as { reason: string; reason_details: string };
  return { state: "DISABLED", state_reason: `${reason}_BY_PARTNER`, state_context: { reason_details } };
}

/** The paths of `wanted` that stand otherwise in `actual`. With `known`, only where `actual` says anything at all. */
function differences(wanted: unknown, actual: unknown, known = false, path = ""): readonly string[] {
  if (known && (actual === undefined || actual === null)) return [];
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual)) return [path];
    if (!wanted.some(idOf) && wanted.length !== actual.length) return [path];
    return wanted.flatMap((item, index) => differences(item, twinOf(item, index, actual), known, join(path, String(index))));
  }
  if (typeof wanted === "object" && wanted !== null) {
    const fields = (typeof actual === "object" && actual !== null ? actual : {}) as Record<string, unknown>;
    return Object.entries(wanted).flatMap(([name, value]) => differences(value, fields[name], known, join(path, name)));
  }
  return wanted === undefined || same(wanted, actual) ? [] : [path];
}

function twinOf(item: unknown, index: number, list: readonly unknown[]): unknown {
  const id = idOf(item);
  return id ? list.find((one) => (one as Record<string, unknown> | null)?.[id[0]] === id[1]) : list[index];
}

function idOf(item: unknown): readonly [string, unknown] | undefined {
  return Object.entries((item ?? {}) as object).find(([name]) => name.endsWith("_id") && name !== "distribution_profile_id");
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

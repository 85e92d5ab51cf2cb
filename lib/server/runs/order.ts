import "server-only";
import { type RunAct, type RunGiven, runActs } from "@/lib/desk/run";
import type { Operation } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { can, type Permission, type Role } from "@/lib/klarna/permissions";
import { callFor, type ProductAct, type ProductOrder } from "@/lib/klarna/product-change";

import { seal, unseal } from "../crypto";

/** What is to be done to each merchant of a run. */
export type RunOrder = ProductOrder | { readonly act: "tag"; readonly tags: readonly string[] };

/** What Klarna is asked for each product; undefined for what the desk does by itself. */
export function requestFor(order: RunOrder): { readonly operation: Operation; readonly value: object | undefined } | undefined {
  if (order.act === "tag") return undefined;
  const { operation: name, body: value } = callFor(order);
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  return { operation, value };
}

/** What somebody must be allowed to do for it: what doing it to one merchant takes. */
export function permissionFor(act: RunAct): Permission {
  return (act !== "tag" && requestFor(anOrder[act])?.operation.permission) || "notes:write";
}

/** What a role may do to many merchants. */
export function actsOpenTo(role: Role): readonly RunAct[] {
  return runActs.filter((act) => can(role, permissionFor(act)));
}

const anOrder: Readonly<Record<ProductAct, ProductOrder>> = {
  suspend: { act: "suspend", reason: "VOLUNTARY", details: "" },
  reactivate: { act: "reactivate" },
  "change-category": { act: "change-category", code: "" },
};

/** An order as a run's row keeps it: codes in clear, and what somebody typed sealed. */
export function asKept(runId: string, order: RunOrder): { readonly given: RunGiven; readonly details: Buffer | null } {
  switch (order.act) {
    case "suspend":
      return { given: { reason: order.reason }, details: seal(placeOf(runId), order.details) };
    case "change-category":
      return { given: { code: order.code }, details: null };
    case "tag":
      return { given: { tags: order.tags }, details: null };
    default:
      return { given: {}, details: null };
  }
}

/** The order that a row keeps. */
export function orderIn({ id, act, given, details }: Kept): RunOrder {
  switch (act) {
    case "suspend":
      return { act, reason: given.reason ?? "VOLUNTARY", details: detailsIn({ id, details }) ?? "" };
    case "change-category":
      return { act, code: given.code ?? "" };
    case "tag":
      return { act, tags: given.tags ?? [] };
    default:
      return { act };
  }
}

/** What a run's row has of its order. */
export interface Kept {
  readonly id: string;
  readonly act: RunAct;
  readonly given: RunGiven;
  readonly details: Buffer | null;
}

/** What somebody typed about a run; null where nothing was to be typed. */
export function detailsIn({ id, details }: Pick<Kept, "id" | "details">): string | null {
  return details && unseal(placeOf(id), details);
}

function placeOf(runId: string): string {
  return `runs.details ${runId}`;
}

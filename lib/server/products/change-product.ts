import "server-only";
import type { ProductSeen } from "@/lib/desk/product";
import type { Environment } from "@/lib/klarna/environment";
import type { Operation } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { ProblemError } from "@/lib/klarna/problem";
import { callFor, type ProductOrder, productParam } from "@/lib/klarna/product-change";

import { isDatabaseDown } from "../door";
import { alone, type StillMine } from "../file/lease";
import { requireMerchant } from "../merchants/address";
import { addNote } from "../notes/write";
import { change } from "../operations/change";
import { parseInput } from "../parse-input";
import { requirePermissions } from "../permit";
import type { Session } from "../session";
import { changedBy } from "./changed-by";
import { freshProduct, requireAsSeen } from "./fresh-product";
import { standingOfAttempt } from "./open-change";

/** One product of one merchant, what is asked for it, and as what it was seen. */
export interface GivenOrder {
  readonly environment: Environment;
  readonly account_id: string;
  readonly product_id: string;
  /** The name of the logical change: the same through double clicks, refusals and corrections. */
  readonly attempt: string;
  readonly seen: ProductSeen;
  readonly ticket: string | null;
}

/**
 * Asks Klarna for a change of a product: alone on this merchant, after reading it anew, and only if it is as the person saw it. With a ticket number it leaves a
 * note that holds it. Throws refusals and unknown outcomes as problems; the same attempt again does nothing twice.
 */
export async function changeProduct(session: Session, given: GivenOrder, order: ProductOrder): Promise<void> {
  const { environment, account_id } = given;
  const { operation: name, body } = callFor(order);
  const operation = operations.get(name);
  if (!operation) throw new Error(`The contract has no ${name}.`);
  await requirePermissions(session, operation, environment);
  const value = operation.body && parseInput(operation.body, body);
  await requireMerchant({ environment, account_id });
  try {
    await alone(environment, account_id, (stillMine) => send({ session, given, order, operation, value, stillMine }));
  } catch (error) {
    // What may have been done, or may yet be, is noted too: it is settled later. That it couldn't be noted doesn't make it known.
    await noteOpen(session, given, order, ProblemError.of(error).problem.code).catch(unlessAway);
    throw error;
  }
  await note(session, given, order).catch((error: unknown) => {
    unlessAway(error);
    throw notNoted(error);
  });
}

/** What isn't known to be recorded leaves no note: it may never be done, and a note would tell of what never was. */
async function noteOpen(session: Session, given: GivenOrder, order: ProductOrder, code: string): Promise<void> {
  const recorded = async () => (await standingOfAttempt({ ...given, operation: callFor(order).operation }).catch(() => undefined)) !== undefined;
  if (code === "OUTCOME_UNKNOWN" || (code === "PERHAPS_RECORDED" && (await recorded()))) await note(session, given, order);
}

interface Work {
  readonly session: Session;
  readonly given: GivenOrder;
  readonly order: ProductOrder;
  readonly operation: Operation;
  readonly value: unknown;
  readonly stillMine: StillMine;
}

async function send({ session, given, order, operation, value, stillMine }: Work): Promise<void> {
  const { environment, account_id, product_id, attempt, seen } = given;
  const standing = await standingOfAttempt({ environment, account_id, product_id, operation: operation.name, attempt });
  if (standing === "confirmed") return;
  if (standing === "sent" || standing === "unknown") throw notKnownYet();
  const fresh = await freshProduct(given);
  await requireAsSeen(given, order, seen, fresh);
  if (!(await stillMine()))
    throw new ProblemError({
      status: 409,
      code: "MERCHANT_BUSY",
      message: "This took so long that another change of this merchant went first. Nothing was sent; try again.",
    });
  const params = { account_id, product_id: productParam(fresh.products, product_id) };
  const body = value === undefined ? undefined : JSON.stringify(value);
  await change(session, { environment, operation, params, attempt, body, value, changed: changedBy(order, fresh.product) }, "interactive");
}

function notKnownYet(): ProblemError {
  return new ProblemError({
    status: 409,
    code: "OUTCOME_UNKNOWN",
    message:
      "This was sent before, and Klarna hasn't said whether it was done. The desk asks again with the same key until that is clear; nothing can be done twice.",
  });
}

function unlessAway(error: unknown): void {
  if (!isDatabaseDown(error)) throw error;
}

/** Klarna has been asked by then: to say that the database can't be reached would be taken for a failure. */
function notNoted(cause: unknown): ProblemError {
  return new ProblemError(
    {
      status: 503,
      code: "OUTCOME_UNKNOWN",
      message:
        "Klarna did this, but the desk's database went away before the ticket was noted. Once it is back, ask again as it stands: that notes it, and nothing is done twice.",
    },
    { cause },
  );
}

/** The ticket number stands in a note with what was written, under the attempt's own id: however often it is sent, it is one note. */
async function note(session: Session, { environment, account_id, attempt, ticket, seen }: GivenOrder, order: ProductOrder): Promise<void> {
  if (ticket === null) return;
  await addNote({ environment, account_id, id: attempt, body: noteOf(order, seen), ticket, mentions: [] }, session);
}

function noteOf(order: ProductOrder, seen: ProductSeen): string {
  switch (order.act) {
    case "suspend":
      return `Suspension of the payment product, ${order.reason === "FRAUD" ? "for fraud" : "voluntary"}: ${order.details}`;
    case "reactivate":
      return "Reactivation of the payment product.";
    case "change-category":
      return `Change of the payment product's category from ${seen.merchant_category_code ?? "none"} to ${order.code}.`;
  }
}

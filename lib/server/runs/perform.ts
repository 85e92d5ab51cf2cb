import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import type { DirectoryProduct } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { onlyProduct, type ProductAct, productParam } from "@/lib/klarna/product-change";

import { query } from "../db/client";
import type { OperationState } from "../db/schema/operations";
import { updatesApart } from "../klarna/update-pace";
import { readAccount } from "../merchants/read-account";
import { change } from "../operations/change";
import type { Actor } from "../operations/record";
import { changedBy } from "../products/changed-by";
import { attemptOf, attemptsOf, type OfRun } from "./attempts";
import type { Begun } from "./begin-row";
import { giveTags } from "./give-tags";
import { type RunOrder, requestFor } from "./order";
import type { Taken } from "./rows";
import type { Ending } from "./settle-row";
import { type Known, type Weighed, weigh } from "./weigh";

/** What is done to whom, and in whose name. */
export interface Work {
  readonly runId: string;
  readonly environment: Environment;
  readonly order: RunOrder;
  readonly by: Actor;
  readonly row: Taken;
}

/**
 * Does to one merchant what the order says, product by product, each as a change of its own that carries the same name however often this is
 * begun. What the desk would leave out by old knowledge is read from Klarna first. Throws Klarna's refusal, or why there is no answer.
 */
export async function perform(work: Work, { merchant, crossed }: Begun): Promise<Ending> {
  const { order } = work;
  if (!merchant) return { state: "left-out", said: "The desk has been made to forget this merchant, so nothing was sent." };
  if (order.act === "tag") return giveTags({ ...work, tags: order.tags });
  const own = attemptsOf(ofRun(work), merchant.products);
  const isAnothers = (attempt: string) => !own.includes(attempt);
  if (crossed.open.some(isAnothers)) throw new ProblemError(otherOpen);
  // What somebody has decided since was not what the run was made for.
  if (crossed.since.some(isAnothers)) return { state: "left-out", said: decidedSince[order.act] };
  return changeAll(work, merchant);
}

const decidedSince: Readonly<Record<ProductAct, string>> = {
  suspend: "It was reactivated after this run was made, so it was left as it is. Look at why, and suspend it by itself.",
  reactivate: "It was suspended after this run was made, so it was left suspended. Look at why, and reactivate it by itself.",
  "change-category": "Its category was changed after this run was made, so it was left as it is. Look at why, and change it by itself.",
};

const otherOpen = {
  status: 409,
  code: "OTHER_CHANGE_OPEN",
  message: "Another change of its product has no clear outcome yet, so nothing was sent.",
  fields: [],
};

async function changeAll(work: Work, merchant: NonNullable<Begun["merchant"]>): Promise<Ending> {
  const { order, row } = work;
  const sent = await sentBefore(work, merchant);
  const weighed = weigh(order, merchant);
  // Whoever has something tried again believes that it has changed.
  const believed = merchant.fresh && row.takes === 1 && !weighed.unread && !isBeingSetUp(merchant);
  const known = weighed.products.length > 0 || believed || sent.size > 0 ? merchant : await fresh(work);
  if (isBeingSetUp(known) && sent.size === 0) throw new ProblemError(beingSetUp);
  return changeProducts(work, known, weigh(order, known), sent);
}

/** That is over within seconds mostly, and the desk hears of it only once the run is over: its merchants aren't read again meanwhile. */
function isBeingSetUp({ state, missing_since }: Known): boolean {
  return state === "PARTIALLY_OPERATIONAL" && !missing_since;
}

const beingSetUp = {
  status: 409,
  code: "BEING_SET_UP",
  message: "Klarna is still setting the account up and takes no change of its products meanwhile, so nothing was sent.",
  fields: [],
};

/** Its products as Klarna has them now. */
async function fresh({ environment, row }: Work): Promise<Known> {
  const facts = await readAccount(environment, row.accountId);
  return { state: facts?.state ?? null, missing_since: null, products: facts?.products ?? null };
}

type Sent = ReadonlyMap<string, OperationState>;

/** How the changes stand that earlier turns of this merchant sent, but for those that Klarna refused. Nothing can have been sent before the first. */
async function sentBefore(work: Work, merchant: Known): Promise<Sent> {
  if (work.row.takes === 1) return new Map();
  const rows = await query<{ attempt: string; state: OperationState }>(
    "SELECT attempt, state FROM operations WHERE attempt = ANY($1::uuid[]) AND state <> 'rejected'",
    [attemptsOf(ofRun(work), merchant.products)],
  );
  return new Map(rows.map(({ attempt, state }) => [attempt, state]));
}

async function changeProducts(work: Work, { products }: Known, { products: doable, why, unread }: Weighed, sent: Sent): Promise<Ending> {
  const attemptFor = (product: DirectoryProduct) => attemptOf(ofRun(work), product);
  // What was sent before is gone on with, whatever the desk believes of the product since.
  const begun = (products ?? []).filter((product) => sent.has(attemptFor(product)));
  const turns = [...new Set([...begun, ...doable])];
  if (turns.length === 0) return { state: "left-out", said: unread ? "Klarna's answer didn't hold its products." : why };
  const unclear: { readonly attempt: string; readonly code: string }[] = [];
  const refused: { readonly attempt: string; readonly problem: ProblemError }[] = [];
  let asked = false;
  for (const product of turns) {
    const attempt = attemptFor(product);
    if (sent.get(attempt) === "confirmed") continue;
    if (asked) await sleep(updatesApart);
    asked = true;
    const problem = await changeProduct(work, product, products ?? [], attempt);
    if (problem && isUnclear(problem)) unclear.push({ attempt, code: problem.problem.code });
    else if (problem) refused.push({ attempt, problem });
  }
  // Once that is clear, one that was refused counts for all.
  if (unclear.length > 0) return { state: "unclear", attempts: [...unclear, ...refused].map(({ attempt }) => attempt), code: unclear[0]?.code };
  if (refused[0]) throw refused[0].problem;
  return { state: "done" };
}

/** Undefined when it was done, now or before. */
async function changeProduct(work: Work, product: DirectoryProduct, products: readonly DirectoryProduct[], attempt: string): Promise<ProblemError | undefined> {
  const { environment, order, by, row } = work;
  const request = requestFor(order);
  if (!request || order.act === "tag") return undefined;
  const { operation, value } = request;
  const params = { account_id: row.accountId, product_id: productParam(products, product.product_id ?? onlyProduct) };
  const changed = changedBy(order, product);
  try {
    await change(by, { environment, operation, params, attempt, value, body: value && JSON.stringify(value), changed }, "background");
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problem.code === "ALREADY_DONE" ? undefined : error;
  }
  return undefined;
}

/** Whether it may have been done: then it is the desk's to find out, and never sent as something new. */
function isUnclear({ problem: { code } }: ProblemError): boolean {
  return code === "OUTCOME_UNKNOWN" || code === "IN_FLIGHT";
}

function ofRun({ runId, row, order }: Work): OfRun {
  return { runId, accountId: row.accountId, act: order.act };
}

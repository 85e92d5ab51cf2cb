import "server-only";
import { createHash } from "node:crypto";

import type { DirectoryQuery } from "@/lib/desk/directory";
import { mostMerchants, type RunCheck } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { rateStandings } from "../klarna/standings";
import { settledByMany } from "../settlements/settled";
import { type Chosen, chosenMerchants } from "./chosen";
import { type Weighable, weigh } from "./weigh";

/** What an order would do to those that a question means, by what the desk knows of them. Klarna isn't asked, and nothing is kept. Throws 400 for too many. */
export async function checkRun(environment: Environment, order: Weighable, asked: DirectoryQuery): Promise<RunCheck> {
  const { ids, meant, ...weighed } = await weighRun(environment, order, asked);
  const lane = (await rateStandings()).find((one) => one.environment === environment && one.lane === "management");
  const settled_lately = order.act === "suspend" ? await settledByMany(environment, meant) : null;
  return { run: crypto.randomUUID(), meant: digestOf(meant), ...weighed, settled_lately, rate: lane?.allowed ?? null };
}

/** Weighs an order for each merchant that a question means: `ids` are those of all, in their order, and `meant` of those that it would be done to. Throws 400 for too many. */
export async function weighRun(environment: Environment, order: Weighable, asked: DirectoryQuery) {
  const tally = new Tally(order);
  for await (const merchants of chosenMerchants(environment, asked)) {
    for (const merchant of merchants) tally.add(merchant);
    if (tally.count > mostMerchants) throw tooMany();
  }
  return tally.result();
}

/** The same accounts in the same order have the same. */
export function digestOf(ids: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(ids)).digest("base64url");
}

class Tally {
  private unread = 0;
  private products = 0;
  private fraud = 0;
  private oldest: string | null = null;
  private readonly ids: string[] = [];
  private readonly meant: string[] = [];
  private readonly whys = new Map<string, number>();

  constructor(private readonly order: Weighable) {}

  add(merchant: Chosen): void {
    const { products, why, unread } = weigh(this.order, merchant);
    this.ids.push(merchant.account_id);
    this.products += products.length;
    if (this.order.act === "reactivate" && products.some(({ state_reason }) => state_reason === "FRAUD_BY_PARTNER")) this.fraud += 1;
    if (why === undefined) this.meant.push(merchant.account_id);
    else this.whys.set(why, (this.whys.get(why) ?? 0) + 1);
    if (unread) this.unread += 1;
    if (merchant.seen_at !== null && (this.oldest === null || merchant.seen_at < this.oldest)) this.oldest = merchant.seen_at;
  }

  get count(): number {
    return this.ids.length;
  }

  result() {
    const { ids, meant, unread, products, fraud, oldest } = this;
    const left_out = [...this.whys].map(([why, count]) => ({ why, count })).sort((one, other) => other.count - one.count);
    return { ids, meant, merchants: ids.length, ready: meant.length, unread, fraud, products, left_out, oldest };
  }
}

function tooMany(): ProblemError {
  const message = `That is more than ${mostMerchants.toLocaleString("en")} merchants, the most that one run takes. Narrow the list, and make several.`;
  return new ProblemError({ status: 400, code: "TOO_MANY", message });
}

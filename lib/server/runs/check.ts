import "server-only";
import type { DirectoryQuery } from "@/lib/desk/directory";
import { mostMerchants, type RunCheck } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { rateStandings } from "../klarna/standings";
import { type Chosen, chosenMerchants } from "./chosen";
import { type Weighable, weigh } from "./weigh";

/** Weighs an order for each merchant that a question means, by what the desk knows of it. Klarna isn't asked, and nothing is kept. Throws 400 for too many. */
export async function checkRun(environment: Environment, order: Weighable, asked: DirectoryQuery): Promise<RunCheck> {
  const tally = new Tally(order);
  for await (const merchants of chosenMerchants(environment, asked)) {
    for (const merchant of merchants) tally.add(merchant);
    if (tally.merchants > mostMerchants) throw tooMany();
  }
  const lane = (await rateStandings()).find((one) => one.environment === environment && one.lane === "management");
  return { run: crypto.randomUUID(), ...tally.result(), rate: lane?.allowed ?? null };
}

class Tally {
  merchants = 0;
  private ready = 0;
  private unread = 0;
  private products = 0;
  private fraud = 0;
  private oldest: string | null = null;
  private readonly whys = new Map<string, number>();

  constructor(private readonly order: Weighable) {}

  add(merchant: Chosen): void {
    const { products, why, unread } = weigh(this.order, merchant);
    this.merchants += 1;
    this.products += products.length;
    if (this.order.act === "reactivate" && products.some(({ state_reason }) => state_reason === "FRAUD_BY_PARTNER")) this.fraud += 1;
    if (why === undefined) this.ready += 1;
    else this.whys.set(why, (this.whys.get(why) ?? 0) + 1);
    if (unread) this.unread += 1;
    if (merchant.seen_at !== null && (this.oldest === null || merchant.seen_at < this.oldest)) this.oldest = merchant.seen_at;
  }

  result() {
    const { merchants, ready, unread, products, fraud, oldest } = this;
    const left_out = [...this.whys].map(([why, count]) => ({ why, count })).sort((one, other) => other.count - one.count);
    return { merchants, ready, unread, fraud, products, left_out, oldest };
  }
}

function tooMany(): ProblemError {
  const message = `That is more than ${mostMerchants.toLocaleString("en")} merchants, the most that one run takes. Narrow the list, and make several.`;
  return new ProblemError({ status: 400, code: "TOO_MANY", message });
}

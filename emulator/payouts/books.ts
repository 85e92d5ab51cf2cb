import { type Environment, environments } from "@/lib/klarna/environment";
import { type Region, regions } from "@/lib/klarna/payouts-api/hosts";

import type { Clock } from "../state/clock";
import type { Store, Table } from "../state/store";
import { Book } from "./book";
import type { Plan } from "./plan";

/** How a credential fares: disabled ones, as after two months without use, are no longer known; forbidden ones may not read payouts. */
export type Standing = "active" | "disabled" | "forbidden";

/** One merchant's place at Klarna: its payouts, and whether its credential is let in. */
export interface Place extends Plan {
  readonly region: Region;
  readonly environment: Environment;
  readonly credential: Standing;
}

const merchants: Readonly<Record<Region, string>> = { eu: "K990017", na: "N100198", oc: "A200145" };
const currencies: Readonly<Record<Region, readonly string[]>> = { eu: ["EUR", "SEK"], na: ["USD"], oc: ["AUD"] };
const week = 7 * 24;

/** All payouts that Klarna knows, by region and environment: the books are made from their plans, and only the plans are kept. */
export class Books {
  readonly #plans: Table<Place>;
  readonly #made = new Map<string, { readonly plan: Place; readonly book: Book }>();

  constructor(
    store: Store,
    private readonly clock: Clock,
  ) {
    this.#plans = store.table("payout plans");
  }

  /** Everybody's last half year: two currencies in Europe, invoiced fees in North America, and nothing at all in Oceania. */
  plant(seed: number): void {
    for (const environment of environments)
      for (const region of regions) {
        const payouts = region === "oc" ? 0 : environment === "test" ? 52 : 12;
        const plan = this.usual(region, environment, { payouts, lines: 14, every: week / 2 });
        if (!this.#plans.has(nameOf(plan))) this.put({ ...plan, seed, pending: payouts > 0 ? 9 : 0 });
      }
  }

  /** A plan whose last payout was begun yesterday. */
  usual(region: Region, environment: Environment, { payouts, lines, every }: Pick<Plan, "payouts" | "lines" | "every">): Place {
    const yesterday = Math.floor(this.clock.now() / 86_400_000) * 86_400_000 - 20 * 3_600_000;
    const first = new Date(yesterday - Math.max(0, payouts - 1) * every * 3_600_000).toISOString();
    return {
      ...{ region, environment, merchant_id: merchants[region], seed: 1, settlement: region === "na" ? "GROSS" : "NET", currencies: currencies[region] },
      ...{ first, every, payouts, lines, pending: 0, changes: {}, credential: "active" },
    };
  }

  put(plan: Place): void {
    this.#plans.put(nameOf(plan), plan);
  }

  plan(region: Region, environment: Environment): Place {
    return this.#plans.get(nameOf({ region, environment })) ?? this.usual(region, environment, { payouts: 0, lines: 14, every: week / 2 });
  }

  book(region: Region, environment: Environment): Book {
    const plan = this.plan(region, environment);
    const name = nameOf(plan);
    const made = this.#made.get(name);
    if (made?.plan === plan) return made.book;
    const book = new Book(plan);
    this.#made.set(name, { plan, book });
    return book;
  }
}

function nameOf({ region, environment }: Pick<Place, "region" | "environment">): string {
  return `${region} ${environment}`;
}

import type { Environment } from "@/lib/klarna/environment";

import type { Verdict } from "../http/rate-limits";
import type { Clock } from "../state/clock";

/** Requests a second that Klarna allows a merchant. */
const quotas: Readonly<Record<Environment, number>> = { live: 200, test: 50 };

/** Counts a merchant's requests, whichever credential they come with. The factor is that of the other limits. */
export class PayoutLimits {
  #second = 0;
  readonly #used = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly other: { readonly factor: number },
  ) {}

  take(environment: Environment, merchant: string): Verdict {
    const second = Math.floor(this.clock.now() / 1_000);
    if (second !== this.#second) this.#used.clear();
    this.#second = second;
    const limit = Math.max(1, Math.min(1_000_000, Math.floor(quotas[environment] * this.other.factor)));
    const used = this.#used.get(merchant) ?? 0;
    const allowed = used < limit;
    if (allowed) this.#used.set(merchant, used + 1);
    const remaining = Math.max(0, limit - used - 1);
    return { allowed, headers: { "x-ratelimit-limit": `${limit}, ${limit};w=1`, "x-ratelimit-remaining": String(remaining), "x-ratelimit-reset": "1" } };
  }
}

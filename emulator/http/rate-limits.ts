import type { Environment } from "@/lib/klarna/environment";
import type { Lane } from "@/lib/klarna/operation";

import type { Clock } from "../state/clock";

/** Klarna's published requests per second: of the acquirer with all its accounts, and of one account. */
const quotas: Readonly<Record<Environment, Readonly<Record<Lane, { acquirer: number; account?: number }>>>> = {
  live: { onboarding: { acquirer: 10 }, management: { acquirer: 50, account: 20 }, settlement: { acquirer: 150 } },
  test: { onboarding: { acquirer: 5 }, management: { acquirer: 12, account: 5 }, settlement: { acquirer: 37 } },
};
const categories: Readonly<Record<Lane, string>> = { onboarding: "account-onboarding", management: "partner-management", settlement: "settlement" };
const unlimited = 1_000_000;

export interface Verdict {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

interface Window {
  readonly policy: string;
  readonly limit: number;
  /** What the headers call the limit. */
  readonly said: number;
  used: number;
}

/** Counts requests in seconds of the emulator's clock, at both of Klarna's levels at once. */
export class RateLimits {
  readonly #clock: Clock;
  #factor = 1;
  #declared = 1;
  #second = 0;
  #windows = new Map<string, Window>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many times Klarna's numbers are allowed; `Infinity` turns the limits off. */
  set factor(factor: number) {
    this.lie(factor, factor);
  }

  /** Lets through so many times Klarna's numbers, and has the headers speak of so many. */
  lie(factor: number, declared: number): void {
    this.#factor = factor;
    this.#declared = declared;
    this.#windows.clear();
  }

  get factor(): number {
    return this.#factor;
  }

  /** Counts a request, unless a level has no room left: then it isn't counted at either. */
  take(environment: Environment, lane: Lane, account?: string): Verdict {
    const windows = this.#levels(environment, lane, account);
    const allowed = windows.every((window) => window.used < window.limit);
    if (allowed) for (const window of windows) window.used += 1;
    return { allowed, headers: describe(windows) };
  }

  /** What the headers say without counting anything: for answers that no quota is asked about. */
  look(environment: Environment, lane: Lane): Verdict["headers"] {
    return describe(this.#levels(environment, lane));
  }

  #levels(environment: Environment, lane: Lane, account?: string): readonly Window[] {
    this.#turn();
    const quota = quotas[environment][lane];
    const acquirer = this.#window(`${environment} ${lane}`, `psp_${categories[lane]}`, quota.acquirer);
    if (quota.account === undefined || account === undefined) return [acquirer];
    return [this.#window(`${environment} ${lane} ${account}`, `account_${categories[lane]}`, quota.account), acquirer];
  }

  #turn(): void {
    const second = Math.floor(this.#clock.now() / 1000);
    if (second === this.#second) return;
    this.#second = second;
    this.#windows.clear();
  }

  #window(key: string, name: string, quota: number): Window {
    const known = this.#windows.get(key);
    if (known) return known;
    const times = (factor: number) => Math.max(1, Math.min(unlimited, Math.floor(quota * factor)));
    const said = times(this.#declared);
    const window = { limit: times(this.#factor), said, used: 0, policy: `${said};w=1;name="${name}"` };
    this.#windows.set(key, window);
    return window;
  }
}

function describe(windows: readonly Window[]): Verdict["headers"] {
  const nearest = windows.reduce((first, next) => (next.limit - next.used < first.limit - first.used ? next : first));
  return {
    "x-ratelimit-limit": `${nearest.said}, ${windows.map(({ policy }) => policy).join(",")}`,
    "x-ratelimit-remaining": String(nearest.said - nearest.used),
    "x-ratelimit-reset": "1",
  };
}

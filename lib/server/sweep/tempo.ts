import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import type { Environment } from "@/lib/klarna/environment";

import { rateStandings } from "../klarna/standings";

const lookEvery = 5_000;
/** Requests a second while nobody knows what Klarna allows. */
const unknownRate = 12;

/** Keeps a sweep to its part of what Klarna allows: the rest stays for people and for what somebody waits for. */
export class Tempo {
  private next = performance.now();
  private rate: number;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly environment: Environment,
    private readonly share: number,
  ) {
    this.rate = unknownRate * share;
  }

  /** Resolves when the next may be read, or when the signal is aborted. */
  async wait(signal: AbortSignal): Promise<void> {
    // Not waited for: who came first goes first.
    void this.look();
    const now = performance.now();
    const mine = Math.max(now, this.next);
    this.next = mine + 1_000 / this.rate;
    if (mine > now) await sleep(mine - now, undefined, { signal }).catch(() => undefined);
  }

  private async look(): Promise<void> {
    if (performance.now() - this.lookedAt < lookEvery) return;
    this.lookedAt = performance.now();
    const lanes = await rateStandings().catch(() => []);
    const allowed = lanes.find(({ environment, lane }) => environment === this.environment && lane === "management")?.allowed ?? unknownRate;
    this.rate = Math.max(0.1, allowed * this.share);
  }
}

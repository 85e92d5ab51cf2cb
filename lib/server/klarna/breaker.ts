import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import type { Region } from "@/lib/klarna/payouts-api/hosts";
import { ProblemError } from "@/lib/klarna/problem";

import { env } from "../env";
import type { Answer } from "./answer";
import { rateUsedUp } from "./lanes";

/** `closed`: Klarna is asked. `open`: it isn't, for a moment. `probing`: one request finds out whether it is back. */
export type BreakerState = "closed" | "open" | "probing";

/** So many failures in a row open it; one that took all our patience counts for four. */
const most = 8;
const slowness = 4;
/** How long it stays open: five seconds, doubling with each probe that fails, up to half a minute. */
const rest = { first: 5_000, longest: 30_000 } as const;

/** Keeps what surely fails from being asked of Klarna: whoever waits hears so at once, and Klarna can recover. */
export class Breaker {
  private failures = 0;
  private rests = 0;
  private openUntil = 0;
  private probing = false;

  state(): BreakerState {
    if (this.failures < most) return "closed";
    return this.probing || performance.now() >= this.openUntil ? "probing" : "open";
  }

  /** Whether a request may go now. Whoever goes must tell what came of it. */
  admits(): boolean {
    if (this.failures < most) return true;
    if (this.probing || performance.now() < this.openUntil) return false;
    this.probing = true;
    return true;
  }

  /** Learns from what came of a request. Any word of Klarna's below 500 says that it is there. */
  learn(answer: Answer): void {
    this.probing = false;
    if (saysNothing(answer)) return;
    if (!isFailure(answer)) {
      this.failures = 0;
      this.rests = 0;
      return;
    }
    this.failures += answer.kind === "unclear" && answer.slow ? slowness : 1;
    if (this.failures < most) return;
    // Those that were under way when it opened don't make it wait longer.
    if (performance.now() < this.openUntil) return;
    this.openUntil = performance.now() + Math.min(rest.longest, rest.first * 2 ** this.rests) * env().DESK_TIME_SCALE;
    this.rests += 1;
  }
}

// One for a process, also when Next.js evaluates this module more than once.
const kept = globalThis as { deskBreakers?: Map<Upstream, Breaker> };

/** One of Klarna's environments, or a host of its Settlements API in one. */
type Upstream = Environment | `payouts ${Region} ${Environment}`;

/** The breaker before one of Klarna's sides. */
export function breakerOf(upstream: Upstream): Breaker {
  kept.deskBreakers ??= new Map();
  const known = kept.deskBreakers.get(upstream) ?? new Breaker();
  kept.deskBreakers.set(upstream, known);
  return known;
}

/** What is answered while it is open, or for another reason that Klarna isn't asked. Nothing was sent, so nothing can have been done by it. */
export function keptBack(message = silent): Answer {
  return { kind: "unclear", problem: new ProblemError({ status: 503, code: "KLARNA_UNREACHABLE", message }), unsent: true, slow: false, keptBack: true };
}

const silent = "Klarna hasn't answered for a while, so it isn't asked at the moment, and nothing was sent. Try again in half a minute.";

/** A turn that didn't come is about our rate; a client that went away, about nothing. */
function saysNothing(answer: Answer): boolean {
  return answer.kind === "no" && answer.problem.problem.code === rateUsedUp;
}

/** No answer at all, or a fault of Klarna's own. An answer that can't be read is still one. */
export function isFailure(answer: Answer): boolean {
  return answer.kind === "unclear" && (answer.status === undefined || answer.status >= 500);
}

import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import type { Region } from "@/lib/klarna/payouts-api/hosts";
import { ProblemError } from "@/lib/klarna/problem";

import { Membership } from "./membership";
import type { RateName } from "./rate-name";

/** Interactive work is somebody waiting; background work is a job that may wait. */
export type Priority = "interactive" | "background";

/**
 * Requests a second that Klarna's documentation names, as acquirer (all accounts together) and for one account; 0 is no
 * limit of its own. Only a start: the real numbers are learned from `X-Ratelimit-Limit` with the first answer.
 */
const documented: Readonly<Record<Environment, Readonly<Record<RateName, readonly [acquirer: number, account: number]>>>> = {
  live: { onboarding: [10, 0], management: [50, 20], settlement: [150, 0], ...payoutRates(200) },
  test: { onboarding: [5, 0], management: [12, 5], settlement: [37, 0], ...payoutRates(50) },
};

/** The Settlements API counts each merchant by itself. Those of a region share one merchant's rate here: never too fast, and one row for all. */
function payoutRates(most: number): Readonly<Record<`payouts ${Region}`, readonly [number, number]>> {
  return { "payouts eu": [most, 0], "payouts na": [most, 0], "payouts oc": [most, 0] };
}

/** The code of our own refusal, when a turn didn't come in time. */
export const rateUsedUp = "RATE_USED_UP";

// One set for a process, also when Next.js evaluates this module more than once.
const kept = globalThis as { deskLanes?: Map<string, Membership> };
const longestWait = { interactive: 10_000, background: 120_000 } as const;

/** Waits for this request's turn within Klarna's rate. Throws 429 when the turn wouldn't come while somebody still waits for it. */
export async function takeTurn(environment: Environment, lane: RateName, accountId: string | undefined, priority: Priority): Promise<void> {
  const came = await laneOf(environment, lane).turn(accountId, priority, longestWait[priority]);
  if (came) return;
  throw new ProblemError({
    status: 429,
    code: rateUsedUp,
    message: "Klarna's rate is used up at the moment, and nothing was sent. Try again in a few seconds.",
  });
}

/** Learns from an answer what the limits are and, after a 429, how long to hold back. */
export function learnRate(
  environment: Environment,
  lane: RateName,
  accountId: string | undefined,
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): void {
  const limit = headers["x-ratelimit-limit"];
  const membership = laneOf(environment, lane);
  const learned = typeof limit === "string" ? (isPlain(lane) ? readPlainPolicy(limit) : readPolicies(limit)) : undefined;
  if (learned) membership.learn(learned.acquirer, learned.account);
  if (status !== 429) return;
  const milliseconds = (Number(headers["x-ratelimit-reset"]) || Number(headers["retry-after"]) || 1) * 1_000;
  if (accountId !== undefined && learned?.nearest !== undefined && learned.nearest === learned.account) membership.lane.holdBack(accountId, milliseconds);
  else membership.refused(milliseconds);
}

/** Takes this process's share of a lane now. */
export async function takeShare(environment: Environment, lane: RateName): Promise<void> {
  await laneOf(environment, lane).beat();
}

/** Says no more what this process wants: for tests, whose databases go away. */
export function leaveLanes(): void {
  for (const membership of kept.deskLanes?.values() ?? []) membership.stop();
  delete kept.deskLanes;
}

/** `40, 40;w=1;name="account_x",100;w=1;name="psp_x"` → requests a second for all accounts together, for one account, and the quota that is nearest. */
export function readPolicies(header: string): Policies {
  const policies = [...header.matchAll(/(\d+);w=(\d+);name="([^"]*)"/g)].map(([, quota, window, name = ""]) => ({
    rate: Number(quota) / Math.max(1, Number(window)),
    account: name.startsWith("account"),
  }));
  const least = (some: readonly { readonly rate: number }[]) => (some.length === 0 ? undefined : Math.min(...some.map(({ rate }) => rate)));
  const nearest = /^\s*(\d+)\s*,/.exec(header)?.[1];
  return {
    acquirer: least(policies.filter(({ account }) => !account)),
    account: least(policies.filter(({ account }) => account)),
    ...(nearest !== undefined && { nearest: Number(nearest) }),
  };
}

/** `40, 40;w=1`, as the Settlements API writes it: one quota, and nobody's name. */
function readPlainPolicy(header: string): Policies {
  const [, quota, window] = /(\d+);w=(\d+)/.exec(header) ?? [];
  return { acquirer: quota === undefined ? undefined : Number(quota) / Math.max(1, Number(window)), account: undefined };
}

function isPlain(lane: RateName): boolean {
  return lane.startsWith("payouts");
}

interface Policies {
  readonly acquirer: number | undefined;
  readonly account: number | undefined;
  readonly nearest?: number;
}

function laneOf(environment: Environment, lane: RateName): Membership {
  kept.deskLanes ??= new Map();
  const name = `${environment} ${lane}`;
  const known = kept.deskLanes.get(name) ?? new Membership(environment, lane, documented[environment][lane]);
  kept.deskLanes.set(name, known);
  return known;
}

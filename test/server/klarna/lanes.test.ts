import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { settlements } from "@/lib/klarna/operations/settlements";
import { query } from "@/lib/server/db/client";
import type { Answer } from "@/lib/server/klarna/answer";
import { callKlarna } from "@/lib/server/klarna/call";
import { learnRate, leaveLanes, readPolicies, takeShare, takeTurn } from "@/lib/server/klarna/lanes";

import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

beforeEach(async () => {
  await query("DELETE FROM rate_budgets");
  for (const lane of ["onboarding", "settlement"] as const) for (const environment of ["test", "live"] as const) await takeShare(environment, lane);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
  leaveLanes();
});

test("Klarna's policies are read: the least of each level, by the second", () => {
  expect(readPolicies('40, 40;w=1;name="account_x",100;w=1;name="psp_x"')).toEqual({ acquirer: 100, account: 40, nearest: 40 });
  expect(readPolicies('5, 5;w=1;name="psp_account-onboarding"')).toEqual({ acquirer: 5, account: undefined, nearest: 5 });
  expect(readPolicies('60, 60;w=60;name="psp_a",3;w=1;name="psp_b"')).toEqual({ acquirer: 1, account: undefined, nearest: 60 });
  for (const odd of ["", "40", "a;w=1", '40;w=0;name="psp_x"'.replace("40", ""), "40, 40;w=1"])
    expect(readPolicies(odd)).toMatchObject({ acquirer: undefined, account: undefined });
  expect(readPolicies('40;w=0;name="psp_x"')).toEqual({ acquirer: 40, account: undefined });
});

async function turnsWithin(milliseconds: number, environment: "test" | "live", lane: "onboarding" | "settlement"): Promise<number> {
  let turns = 0;
  for (let index = 0; index < 300; index += 1)
    takeTurn(environment, lane, undefined, "interactive").then(
      () => (turns += 1),
      () => undefined,
    );
  await vi.advanceTimersByTimeAsync(milliseconds);
  const counted = turns;
  await vi.advanceTimersByTimeAsync(120_000);
  return counted;
}

test("each environment and category has a lane of its own, which learns from its own answers", async () => {
  expect(await turnsWithin(1_000, "test", "onboarding")).toBeLessThanOrEqual(7);
  learnRate("test", "onboarding", undefined, 200, { "x-ratelimit-limit": '100, 100;w=1;name="psp_account-onboarding"' });
  expect(await turnsWithin(1_000, "test", "onboarding")).toBeGreaterThanOrEqual(100);
  expect(await turnsWithin(1_000, "live", "onboarding")).toBeLessThanOrEqual(12);
});

test("a 429 holds its lane back for as long as Klarna says, and a second where it doesn't say", async () => {
  learnRate("test", "settlement", undefined, 429, { "x-ratelimit-reset": "3" });
  expect(await turnsWithin(2_900, "test", "settlement")).toBe(0);
  learnRate("test", "settlement", undefined, 429, {});
  expect(await turnsWithin(900, "test", "settlement")).toBe(0);
  expect(await turnsWithin(1_500, "test", "settlement")).toBeGreaterThan(0);
});

test("a turn that doesn't come while somebody waits is a 429 of our own, and nothing was sent", async () => {
  learnRate("live", "settlement", undefined, 429, { "x-ratelimit-reset": "60" });
  const turn = takeTurn("live", "settlement", undefined, "interactive");
  const refused = expect(turn).rejects.toMatchObject({ problem: { status: 429, code: "RATE_USED_UP" } });
  await vi.advanceTimersByTimeAsync(10_000);
  await refused;
});

test("a turn that didn't come in time isn't waited for a second time", async () => {
  learnRate("live", "settlement", undefined, 429, { "x-ratelimit-reset": "120" });
  let answer: Answer | undefined;
  void callKlarna(settlements.get, { environment: "live", params: { settlement_id: "1" }, priority: "interactive" }).then((given) => {
    answer = given;
  });
  await vi.advanceTimersByTimeAsync(10_500);
  expect(answer).toMatchObject({ kind: "no", status: 429 });
});

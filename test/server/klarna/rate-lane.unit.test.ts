import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { RateLane } from "@/lib/server/klarna/rate-lane";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const patience = 60_000;

/** Asks for a turn and notes when it came, or that it didn't. */
function ask(lane: RateLane, log: string[], name: string, account: string | undefined, priority: "interactive" | "background", most = patience): void {
  void lane.turn(account, priority, most).then((came) => log.push(came ? name : `${name} gave up`));
}

/** How many of many get their turn within a time. */
async function countWithin(lane: RateLane, milliseconds: number, account: (index: number) => string | undefined): Promise<number> {
  const log: string[] = [];
  for (let index = 0; index < 500; index += 1) ask(lane, log, "x", account(index), "interactive");
  await vi.advanceTimersByTimeAsync(milliseconds);
  return log.length;
}

test("a lane gives all of its share in a second, and never more", async () => {
  const lane = new RateLane(20, 0);
  expect(await countWithin(lane, 1_000, () => undefined)).toBe(20);
  const log: string[] = [];
  for (let index = 0; index < 500; index += 1) ask(lane, log, "x", undefined, "interactive");
  const counts: number[] = [];
  for (let moment = 0; moment < 300; moment += 1) {
    await vi.advanceTimersByTimeAsync(10);
    counts.push(log.length);
    expect(log.length - (counts[moment - 100] ?? 0)).toBeLessThanOrEqual(20);
  }
});

test("jobs are spread over the second, and lose nothing by it", async () => {
  const lane = new RateLane(50, 0);
  lane.setShare(50);
  const log: string[] = [];
  for (let index = 0; index < 600; index += 1) ask(lane, log, "job", undefined, "background");
  await vi.advanceTimersByTimeAsync(100);
  expect(log.length).toBeLessThanOrEqual(12);
  await vi.advanceTimersByTimeAsync(9_900);
  expect(log.length).toBeGreaterThanOrEqual(490);
  expect(log.length).toBeLessThanOrEqual(500);
});

test("one account gets its own rate and no more, however free the lane is", async () => {
  const got = await countWithin(new RateLane(1_000, 5), 1_000, () => "a");
  expect(got).toBeGreaterThanOrEqual(5);
  expect(got).toBeLessThanOrEqual(5);
});

test("nobody waits behind an account that has used up its share", async () => {
  const lane = new RateLane(100, 2);
  const log: string[] = [];
  for (let index = 0; index < 50; index += 1) ask(lane, log, "a", "a", "background");
  await vi.advanceTimersByTimeAsync(20);
  log.length = 0;
  ask(lane, log, "b", "b", "background");
  ask(lane, log, "c", "c", "interactive");
  await vi.advanceTimersByTimeAsync(20);
  expect(log).toContain("b");
  expect(log).toContain("c");
});

test("people go before jobs that have waited longer", async () => {
  // So slow that there is no burst to reserve a share of.
  const lane = new RateLane(5, 0);
  const log: string[] = [];
  for (let index = 0; index < 30; index += 1) ask(lane, log, "job", undefined, "background");
  await vi.advanceTimersByTimeAsync(300);
  log.length = 0;
  for (let index = 0; index < 3; index += 1) ask(lane, log, "person", undefined, "interactive");
  await vi.advanceTimersByTimeAsync(1_200);
  expect(log.slice(0, 4)).toEqual(["person", "person", "person", "job"]);
});

test("jobs leave people what they took in their busiest second of late, a quarter at most, and take all while nobody is there", async () => {
  const leftBeside = async (people: number) => {
    const lane = new RateLane(40, 0);
    for (let index = 0; index < people; index += 1) await lane.turn(undefined, "interactive", patience);
    await vi.advanceTimersByTimeAsync(5_000);
    const log: string[] = [];
    for (let index = 0; index < 200; index += 1) ask(lane, log, "job", undefined, "background");
    await vi.advanceTimersByTimeAsync(2_000);
    log.length = 0;
    for (let index = 0; index < 40; index += 1) ask(lane, log, "person", undefined, "interactive");
    await vi.advanceTimersByTimeAsync(0);
    return log.filter((name) => name === "person").length;
  };
  expect(await leftBeside(0)).toBeLessThanOrEqual(1);
  expect(await leftBeside(3)).toBeGreaterThanOrEqual(3);
  expect(await leftBeside(30)).toBeGreaterThanOrEqual(10);
});

test("who isn't served in time is told so, and takes no turn later", async () => {
  const lane = new RateLane(1, 0);
  const log: string[] = [];
  ask(lane, log, "first", undefined, "interactive");
  ask(lane, log, "impatient", undefined, "interactive", 500);
  ask(lane, log, "patient", undefined, "interactive");
  await vi.advanceTimersByTimeAsync(600);
  expect(log).toEqual(["first", "impatient gave up"]);
  await vi.advanceTimersByTimeAsync(500);
  expect(log).toEqual(["first", "impatient gave up", "patient"]);
});

test("another share counts at once, in both directions, and so does another limit of each account", async () => {
  const lane = new RateLane(1, 1);
  lane.setShare(50);
  lane.setAccountLimit(50);
  expect(await countWithin(lane, 1_000, () => "a")).toBe(50);
  const slowed = new RateLane(50, 50);
  slowed.setShare(5);
  expect(await countWithin(slowed, 1_000, () => undefined)).toBeLessThanOrEqual(5);
});

test("a limit that can't be is not believed", async () => {
  const lane = new RateLane(20, 20);
  for (const odd of [0, -5]) {
    lane.setShare(odd);
    lane.setAccountLimit(odd);
  }
  expect(await countWithin(lane, 1_000, () => "a")).toBe(20);
});

test("after a 429 the account waits, and others don't", async () => {
  const lane = new RateLane(100, 10);
  const log: string[] = [];
  lane.holdBack("a", 2_000);
  ask(lane, log, "a", "a", "interactive");
  ask(lane, log, "b", "b", "interactive");
  await vi.advanceTimersByTimeAsync(1_990);
  expect(log).toEqual(["b"]);
  await vi.advanceTimersByTimeAsync(200);
  expect(log).toEqual(["b", "a"]);
});

test("after a 429 that is about no account all wait", async () => {
  const lane = new RateLane(100, 10);
  const log: string[] = [];
  lane.holdBack(undefined, 1_000);
  ask(lane, log, "b", "b", "interactive");
  await vi.advanceTimersByTimeAsync(990);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(log).toEqual(["b"]);
});

test("thousands of accounts are forgotten once they have rested, and not before", async () => {
  const lane = new RateLane(1_000_000, 1);
  for (let index = 0; index < 5_002; index += 1) await lane.turn(`a${index}`, "interactive", patience);
  const log: string[] = [];
  ask(lane, log, "again", "a0", "interactive");
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(log).toEqual(["again"]);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Loop } from "@/lib/server/jobs/loop";

let rounds = 0;
let during: () => void | Promise<void> = () => undefined;
let loop: Loop;

beforeEach(async () => {
  vi.useFakeTimers();
  rounds = 0;
  during = () => undefined;
  loop = new Loop("count", async () => {
    rounds += 1;
    await during();
  });
  await pass(0);
});
afterEach(async () => {
  await loop.stop();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("it looks when it begins, and then each second", async () => {
  expect(rounds).toBe(1);
  await pass(3_000);
  expect(rounds).toBe(4);
});

test("woken after a while it looks at once", async () => {
  await pass(500);
  loop.wake();
  await pass(0);
  expect(rounds).toBe(2);
});

test("woken for each of hundreds of changes a second, it looks ten times a second", async () => {
  for (let time = 0; time < 200; time += 1) {
    loop.wake();
    await pass(5);
  }
  // And once when it began.
  expect(rounds).toBe(11);
});

test("who wakes it during a round is looked after in the next", async () => {
  during = () => {
    if (rounds === 2) loop.wake();
  };
  await pass(1_000);
  expect(rounds).toBe(2);
  await pass(100);
  expect(rounds).toBe(3);
  await pass(900);
  expect(rounds).toBe(3);
});

test("a round that takes long isn't joined by another", async () => {
  let end: () => void = () => undefined;
  during = () =>
    new Promise((resolve) => {
      end = resolve;
    });
  await pass(1_000);
  loop.wake();
  await pass(5_000);
  expect(rounds).toBe(2);
  during = () => undefined;
  end();
  await pass(0);
  expect(rounds).toBe(3);
});

test("stopped, it waits for its round and begins none", async () => {
  await loop.stop();
  loop.wake();
  await pass(5_000);
  expect(rounds).toBe(1);
});

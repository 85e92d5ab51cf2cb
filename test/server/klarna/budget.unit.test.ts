import fc from "fast-check";
import { expect, test } from "vitest";

import { allowedNow, type Budget, divide, little, memberLease, type Want } from "@/lib/server/klarna/budget";

const nothing: Budget = { limit: 50, account: 20, ceiling: null, ceilingAt: 0, members: {} };
const idle: Want = { people: 0, jobs: false, used: 0, waiting: 0 };
const jobs: Want = { ...idle, jobs: true, waiting: 5 };
const people = (most: number): Want => ({ ...idle, people: most });

/** Everybody says once a second what they want, for some seconds. */
function after(seconds: number, wants: Readonly<Record<string, Want>>, budget: Budget = nothing, from = 0): Budget {
  let now = budget;
  for (let second = 1; second <= seconds; second += 1) for (const [id, want] of Object.entries(wants)) now = divide(now, id, want, from + second * 1_000);
  return now;
}
const shares = ({ members }: Budget) => Object.fromEntries(Object.entries(members).map(([id, { share }]) => [id, share]));
const total = (budget: Budget) => Object.values(budget.members).reduce((sum, { share }) => sum + share, 0);

test("who is alone has all of it", () => {
  for (const want of [idle, jobs, people(3)]) expect(shares(after(1, { a: want }))).toEqual({ a: 50 });
});

test("those with jobs divide it among them, to the last request; who has nothing to do keeps a little", () => {
  expect(shares(after(4, { a: jobs, b: jobs, c: jobs }))).toEqual({ a: 17, b: 17, c: 16 });
  expect(shares(after(4, { a: idle, b: jobs }))).toEqual({ a: 1, b: 49 });
  expect(shares(after(4, { a: idle, b: idle }))).toEqual({ a: 25, b: 25 });
});

test("who keeps nothing waiting has no more than twice what it uses, where others could use the rest", () => {
  const few: Want = { ...idle, jobs: true, used: 2 };
  expect(shares(after(4, { a: few, b: jobs }))).toEqual({ a: 6, b: 44 });
  expect(shares(after(4, { a: few, b: few }))).toEqual({ a: 25, b: 25 });
});

test("people come first: twice what they took, whatever jobs there are elsewhere", () => {
  expect(shares(after(4, { desk: people(4), worker: jobs }))).toEqual({ desk: 8, worker: 42 });
  expect(shares(after(4, { desk: people(40), worker: jobs }))).toEqual({ desk: 12, worker: 38 });
});

test("a newcomer begins with little, and has its part once the others have heard of it", () => {
  const alone = after(3, { a: jobs });
  const joined = divide(alone, "b", jobs, 3_500);
  expect(shares(joined)).toEqual({ a: 50, b: little(50) });
  const heard = divide(joined, "a", jobs, 4_000);
  expect(shares(heard)).toEqual({ a: 25, b: 1 });
  expect(shares(divide(heard, "b", jobs, 4_500))).toEqual({ a: 25, b: 25 });
});

test("who is silent for longer than its lease loses its share to the others", () => {
  const both = after(4, { a: jobs, b: jobs });
  expect(shares(divide(both, "a", jobs, 4_000 + memberLease - 1))).toMatchObject({ a: 25 });
  expect(shares(divide(both, "a", jobs, 4_000 + memberLease + 1))).toEqual({ a: 50 });
});

test("a lower limit is everybody's as soon as they have said so; a ceiling rises again bit by bit, up to the limit", () => {
  const both = after(4, { a: jobs, b: jobs });
  const lowered = { ...both, ceiling: 20, ceilingAt: 5_000 };
  expect(shares(after(2, { a: jobs, b: jobs }, lowered, 5_000))).toEqual({ a: 10, b: 10 });
  expect([5_000, 10_000, 15_000, 1_000_000].map((now) => allowedNow(lowered, now))).toEqual([20, 21, 22, 50]);
});

test("whoever comes, wants or goes in whatever order: together they never have more than there is, but for newcomers' little", () => {
  const want = fc.record({ people: fc.integer({ min: 0, max: 80 }), jobs: fc.boolean(), used: fc.constant(0), waiting: fc.constant(0) });
  const step = fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e"), want, wait: fc.integer({ min: 0, max: 4_000 }) });
  fc.assert(
    fc.property(fc.constantFrom(5, 12, 50, 150, 1_000_000), fc.array(step, { maxLength: 60 }), (limit, steps) => {
      let budget: Budget = { ...nothing, limit };
      let now = 0;
      for (const { id, want: wanted, wait } of steps) {
        now += wait;
        budget = divide(budget, id, wanted, now);
        const live = Object.values(budget.members).filter(({ until }) => until > now);
        const all = live.reduce((sum, { share }) => sum + share, 0);
        expect(all).toBeLessThanOrEqual(limit + little(limit) * (live.length - 1) + 1e-6);
      }
      // And once all have heard of each other, not even that.
      const wants = Object.fromEntries(steps.map(({ id, want: wanted }) => [id, wanted]));
      if (limit >= 12) expect(total(after(4, wants, budget, now))).toBeLessThanOrEqual(limit + 1e-6);
    }),
  );
});

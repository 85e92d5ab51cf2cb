import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { Tempo } from "@/lib/server/sweep/tempo";

import { noKlarna, withDesk } from "../harness/desk";

// Whoever waits notes for how long, and doesn't.
const { waits } = vi.hoisted(() => ({ waits: [] as number[] }));
vi.mock("node:timers/promises", () => ({ setTimeout: async (milliseconds: number) => void waits.push(milliseconds) }));

withDesk(noKlarna);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  waits.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

/** How long after the one before it the next may be read, in milliseconds. */
async function gap(tempo: Tempo): Promise<number> {
  await tempo.wait(new AbortController().signal);
  return Math.round((waits.at(-1) ?? 0) - (waits.at(-2) ?? 0));
}

/** Resolves once it has heard of what Klarna allows. */
async function settles(tempo: Tempo, milliseconds: number): Promise<void> {
  while ((await gap(tempo)) !== milliseconds) await new Promise((resolve) => setImmediate(resolve));
}

test("a sweep takes its share of what Klarna allows, and no more: half of a hundred a second is one in 20 milliseconds", async () => {
  const budget = { limit: 100, account: 0, ceiling: null, ceilingAt: 0, members: {} };
  await query("INSERT INTO rate_budgets (environment, lane, budget) VALUES ('test', 'management', $1), ('live', 'management', $2)", [
    JSON.stringify(budget),
    JSON.stringify({ ...budget, limit: 1_000 }),
  ]);
  const tempo = new Tempo("test", 0.5);
  await settles(tempo, 20);
  // A lower limit, learned meanwhile, counts a few seconds later.
  await query("UPDATE rate_budgets SET budget = $1 WHERE environment = 'test'", [JSON.stringify({ ...budget, limit: 20 })]);
  expect(await gap(tempo)).toBe(20);
  vi.advanceTimersByTime(5_000);
  await settles(tempo, 100);
});

test("while nobody knows what Klarna allows, it takes its share of little", async () => {
  await query("DELETE FROM rate_budgets");
  const tempo = new Tempo("test", 0.5);
  expect([await gap(tempo), await gap(tempo), await gap(tempo)]).toEqual([0, 167, 167]);
});

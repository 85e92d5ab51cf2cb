import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { guardsOut } from "../../bench/foundation/guards-out.mjs";
import { openIsland } from "../../bench/foundation/island.mjs";
import { killedOn } from "../../bench/runs/killed.mjs";
import { figures, learnedAfter } from "../../bench/runs/pace.mjs";

// The benches of runs, small; and that each would notice if what it measures weren't so.

const project = path.resolve(import.meta.dirname, "../..");
let island: Awaited<ReturnType<typeof openIsland>>;
beforeAll(async () => {
  island = await openIsland(project, { worker: true });
}, 600_000);
afterAll(() => island?.close(), 60_000);

const failing = (all: readonly { readonly name: string; readonly holds: boolean }[]) => all.filter(({ holds }) => !holds).map(({ name }) => name);

test("when workers and the database are killed in the middle of runs, each merchant is done once", { timeout: 400_000 }, async () => {
  expect(failing(await killedOn(island, { points: { worker: 3, database: 1 }, merchants: 150 }))).toEqual([]);
});

test("and without idempotency keys it would be noticed that some are done twice", { timeout: 240_000 }, async () => {
  const putBack = guardsOut.keys(island);
  try {
    await island.emulator("POST", "faults", { operation: "paymentProducts.update", kind: "cut-after", times: 20 });
    expect(failing(await killedOn(island, { points: { worker: 1, database: 0 }, merchants: 60, patience: 10_000 }))).toContain("runs.killed.doubled");
  } finally {
    putBack();
    await island.emulator("DELETE", "faults");
  }
});

test("a run that takes longer than the rate demands, is refused too often or keeps people waiting is noticed", () => {
  const idle = [10, 11, 12];
  const good = { seconds: 201, least: 200, refused: 0, reads: [10, 12] };
  expect(failing(figures({ alone: good, idle, faulty: good }))).toEqual([]);
  const slow = { seconds: 212, least: 200, refused: 0.01, reads: [10, 40] };
  expect(failing(figures({ alone: slow, idle, faulty: slow }))).toEqual(["runs.time", "runs.refused", "runs.reader.p99", "runs.faults.time"]);
});

test("a limit counts as learned once hardly anything is refused any more", () => {
  const samples = (refusedUntil: number) =>
    Array.from({ length: 80 }, (_, index) => ({ at: index / 10, asked: index * 3, refused: Math.min(index, refusedUntil * 10) }));
  expect(learnedAfter(samples(2))).toBeCloseTo(2, 0);
  expect(learnedAfter(samples(8))).toBe(Number.POSITIVE_INFINITY);
});

import { expect, test } from "vitest";

import { killedOn } from "../../bench/runs/killed.mjs";
import { failing, island, withIsland, without } from "./island";

// The bench of runs whose processes are killed, small; and that it would notice if what it measures weren't so.

withIsland();

test("when workers and the database are killed in the middle of runs, each merchant is done once", { timeout: 400_000 }, async () => {
  expect(failing(await killedOn(island, { points: { worker: 3, database: 1 }, merchants: 150 }))).toEqual([]);
});

test("and without idempotency keys it would be noticed that some are done twice", { timeout: 240_000 }, async () => {
  await island.emulator("POST", "faults", { operation: "paymentProducts.update", kind: "cut-after", times: 20 });
  try {
    const killed = () => killedOn(island, { points: { worker: 1, database: 0 }, merchants: 60, patience: 40_000 });
    expect(await without("keys", killed)).toContain("runs.killed.doubled");
  } finally {
    await island.emulator("DELETE", "faults");
  }
});

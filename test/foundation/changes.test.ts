import { afterEach, describe, expect, test } from "vitest";

import { crashOn } from "../../bench/foundation/crash.mjs";
import { faultsOn } from "../../bench/foundation/faults.mjs";
import { webhooksOn } from "../../bench/foundation/webhooks.mjs";
import { failing, island, withIsland, without } from "./island";

// The benches `faults`, `crash` and `webhooks`, small; and that each would notice if what it measures weren't so.

withIsland();
// What a broken stack left unsettled is nobody's matter any more.
afterEach(() => island.query("DELETE FROM operations"));

describe("while three of ten of Klarna's answers go wrong", { timeout: 120_000 }, () => {
  test("each change is done, once", async () => {
    expect(failing(await faultsOn(island, { changes: 200 }))).toEqual([]);
  });

  test("and without idempotency keys it would be noticed that they are done twice", async () => {
    expect(await without("keys", () => faultsOn(island, { changes: 100, patience: 3_000 }))).toEqual(
      expect.arrayContaining(["faults.effects", "faults.doubled"]),
    );
  });
});

describe("when processes are killed at any moment", { timeout: 240_000 }, () => {
  test("nothing that was acknowledged is lost, and nothing is done twice", async () => {
    expect(failing(await crashOn(island, { points: { desk: 3, worker: 1, database: 1, backend: 1 } }))).toEqual([]);
  });

  test("and without idempotency keys it would be noticed that something is", async () => {
    // What is under way at three moments may by chance be nothing that is done twice.
    const isNoticed = async () => (await without("keys", () => crashOn(island, { points: { desk: 3 }, patience: 15_000 }))).includes("crash.doubled");
    let noticed = false;
    for (let tries = 6; tries > 0 && !noticed; tries -= 1) noticed = await isNoticed();
    expect(noticed).toBe(true);
  });
});

describe("of webhooks that come in no order, twice, forged, and while the database is killed", { timeout: 300_000 }, () => {
  test("each that is Klarna's has one effect, and none is acknowledged that isn't stored", async () => {
    expect(failing(await webhooksOn(island, { deliveries: 400, restarts: 2 }))).toEqual([]);
  });

  test("and it would be noticed if one had two, were forgotten, or anybody could send them", async () => {
    const few = () => webhooksOn(island, { deliveries: 100, restarts: 0, patience: 15_000 });
    expect(await without("eventIds", few)).toContain("webhooks.effects");
    expect(await without("inbox", few)).toEqual(expect.arrayContaining(["webhooks.effects", "webhooks.not-stored"]));
    expect(await without("signatures", few)).toEqual(expect.arrayContaining(["webhooks.effects", "webhooks.forged"]));
  });
});

import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { operations } from "@/lib/klarna/operations";
import { can } from "@/lib/klarna/permissions";

import { plantCanaries } from "../../bench/foundation/canaries.mjs";
import { crashOn } from "../../bench/foundation/crash.mjs";
import { faultsOn } from "../../bench/foundation/faults.mjs";
import { guardsOut } from "../../bench/foundation/guards-out.mjs";
import { hostileOn } from "../../bench/foundation/hostile.mjs";
import { openIsland } from "../../bench/foundation/island.mjs";
import { flatness, loadOn } from "../../bench/foundation/load.mjs";
import { startAgainst } from "../../bench/foundation/start.mjs";
import { webhooksOn } from "../../bench/foundation/webhooks.mjs";

// The benches `faults`, `crash`, `webhooks`, `hostile` and `start`, small; and that each would notice if what it measures weren't so.

type Island = Awaited<ReturnType<typeof openIsland>>;

const project = path.resolve(import.meta.dirname, "../..");
let island: Island;
beforeAll(async () => {
  island = await openIsland(project, { worker: true });
}, 600_000);
afterAll(() => island?.close(), 60_000);

interface Figure {
  readonly name: string;
  readonly holds: boolean;
}
const failing = (figures: readonly Figure[]) => figures.filter(({ holds }) => !holds);

async function without(guard: keyof typeof guardsOut, measure: () => Promise<readonly Figure[]>): Promise<readonly string[]> {
  const putBack = await guardsOut[guard](island);
  try {
    return failing(await measure()).map(({ name }) => name);
  } finally {
    await putBack();
  }
}

describe("while three of ten of Klarna's answers go wrong", { timeout: 120_000 }, () => {
  test("each change is done, once", async () => {
    expect(failing(await faultsOn(island, { changes: 200 }))).toEqual([]);
  });

  test("and without idempotency keys it would be noticed that they are done twice", async () => {
    expect(await without("keys", () => faultsOn(island, { changes: 100, patience: 3_000 }))).toEqual(
      expect.arrayContaining(["faults.effects", "faults.doubled"]),
    );
    // What it left unsettled is nobody's matter any more.
    await island.query("DELETE FROM operations");
  });
});

describe("when processes are killed at any moment", { timeout: 120_000 }, () => {
  test("nothing that was acknowledged is lost, and nothing is done twice", async () => {
    expect(failing(await crashOn(island, { points: { desk: 3, worker: 1, database: 1, backend: 1 } }))).toEqual([]);
  });

  test("and without idempotency keys it would be noticed that something is", async () => {
    expect(await without("keys", () => crashOn(island, { points: { desk: 3 }, patience: 15_000 }))).toContain("crash.doubled");
    await island.query("DELETE FROM operations");
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

describe("of requests that nobody should send, as everybody who could", { timeout: 120_000 }, () => {
  let planted: Awaited<ReturnType<typeof plantCanaries>>;
  beforeAll(async () => {
    planted = await plantCanaries(island, can);
  });
  const attack = (requests: number) => hostileOn(island, { project, requests, operations, planted });

  test("none shows what its sender may not see, and none is answered by a fault", async () => {
    expect(failing(await attack(600))).toEqual([]);
  });

  test("and it would be noticed if sessions never ended, and if something broke", async () => {
    expect(await without("sessionEnds", () => attack(200))).toContain("hostile.leaks");
    expect(await without("tables", () => attack(100))).toContain("hostile.faults");
  });
});

describe("under load", { timeout: 120_000 }, () => {
  const load = async () => {
    const accounts = await island.emulator("GET", "accounts?environment=test");
    return loadOn({ ...island, accounts, apiKey: island.env.KLARNA_TEST_API_KEY, deskPid: island.desk.pid() }, { seconds: 5 });
  };

  test("no request fails", async () => {
    expect(failing(await load()).filter(({ name }) => name.endsWith("errors"))).toEqual([]);
  });

  test("and it would be noticed if some did", async () => {
    expect(await without("tables", load)).toContain("start.load.errors");
  });

  test("memory that grows isn't flat, memory that goes up and down is", () => {
    const minutes = Array.from({ length: 600 }, (_, second) => second);
    expect(flatness(minutes.map((second) => 200 + second / 10)).holds).toBe(false);
    expect(flatness(minutes.map((second) => 200 + 50 * Math.sin(second))).holds).toBe(true);
  });
});

describe("from its start to its first signed-in page", { timeout: 120_000 }, () => {
  // The yardstick of the bench is a hello-world app; here it is the page that needs nobody.
  const signInPage = { args: [path.join(project, ".next/standalone/server.js")], page: "/sign-in", env: {} };

  test("the page comes, and a desk that were slow to start would be noticed", async () => {
    const slow = `data:text/javascript,${encodeURIComponent("for (const ends = Date.now() + 6_000; Date.now() < ends; ) {}")}`;
    const env = { ...island.env, NODE_OPTIONS: `--import=${slow}` };
    expect(failing(await startAgainst(project, { ...island, env }, { ...signInPage, env: island.env }, 1)).map(({ name }) => name)).toEqual(["start.page"]);
  });
});

import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

import { operations } from "@/lib/klarna/operations";
import { can } from "@/lib/klarna/permissions";

import { plantCanaries } from "../../bench/foundation/canaries.mjs";
import { hostileOn } from "../../bench/foundation/hostile.mjs";
import { flatness, loadOn } from "../../bench/foundation/load.mjs";
import { startAgainst } from "../../bench/foundation/start.mjs";
import { failing, island, project, withIsland, without } from "./island";

// The benches `hostile` and `start`, small; and that each would notice if what it measures weren't so.

withIsland();

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
    // Of a hundred requests it may happen that none asks for what is away.
    expect(await without("tables", () => attack(400))).toContain("hostile.faults");
  });
});

describe("under load", { timeout: 120_000 }, () => {
  const load = async () => {
    const accounts = await island.emulator("GET", "accounts?environment=test");
    return loadOn({ ...island, accounts, apiKey: island.env.KLARNA_TEST_API_KEY, deskPid: island.desk.pid() }, { seconds: 5 });
  };

  test("no request fails", async () => {
    expect(failing(await load()).filter((name) => name.endsWith("errors"))).toEqual([]);
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
    expect(failing(await startAgainst(project, { ...island, env }, { ...signInPage, env: island.env }, 1))).toEqual(["start.page"]);
  });
});

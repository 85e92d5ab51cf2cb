import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";

import { askedLately } from "@/lib/server/asked-lately";
import { loadReport } from "@/lib/server/settlements/load";

import { noKlarna, withDesk } from "../harness/desk";
import { klarnasSample } from "./made-report";

const rests: number[] = [];
vi.mock("node:timers/promises", async (original) => {
  const timers = await original<typeof import("node:timers/promises")>();
  const setTimeout = (milliseconds: number) => {
    rests.push(milliseconds);
    return timers.setTimeout(milliseconds);
  };
  return { ...timers, setTimeout };
});

withDesk(noKlarna);

async function load(): Promise<number> {
  rests.length = 0;
  await loadReport(
    (async function* () {
      yield klarnasSample;
    })(),
    { environment: "test", source: "imported" },
  );
  return rests.length;
}

test("a load rests between its chunks while somebody asks this process for something, and not when nobody does", async () => {
  await vi.waitUntil(() => !askedLately(), { timeout: 5_000 });
  expect(await load()).toBe(0);
  // Half a second is soon over on a busy machine: here it doesn't end.
  vi.spyOn(performance, "now").mockReturnValue(performance.now());
  const server = createServer((_, response) => response.end());
  await new Promise<void>((listening) => server.listen(0, listening));
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(askedLately()).toBe(true);
  expect(await load()).toBe(1);
  vi.restoreAllMocks();
  server.close();
});

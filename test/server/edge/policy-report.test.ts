import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { takePolicyReport } from "@/lib/server/edge/policy-report";

import { answered, browserRequest } from "../harness/ask";
import { logged } from "../harness/captured-log";
import { noKlarna, withDesk } from "../harness/desk";
import { hostileBodies } from "../harness/hostile-bodies";

withDesk(noKlarna);

beforeAll(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  nextMinute();
  logged.length = 0;
});

const nextMinute = () => vi.advanceTimersByTime(61_000);

const send = async (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  answered(await takePolicyReport(browserRequest("/api/policy-reports", "POST", { body, headers })));

const old = (directive: string) => ({
  "csp-report": { "effective-directive": directive, "document-uri": "https://desk/?q=Canaria", "blocked-uri": "Canaria" },
});

test("a browser's report is noted by its directive alone, in either of its shapes", async () => {
  expect((await send(old("script-src-elem"))).status).toBe(204);
  const listed = ["img-src", "img-src"].map((effectiveDirective) => ({
    type: "csp-violation",
    url: "Canaria",
    body: { effectiveDirective, sample: "Canaria" },
  }));
  expect((await send(listed)).status).toBe(204);
  expect((await send(old("Canaria Singvogel"))).status).toBe(204);
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([{ code: "script-src-elem" }, { code: "img-src" }, { code: "other" }]);
  expect(logged.join()).not.toContain("Canaria");
});

test("what is no report, is too long or comes from another site is refused, and noted nowhere", async () => {
  for (const [what, body] of Object.entries(hostileBodies)) {
    nextMinute();
    expect([400, 413], what).toContain((await send(body)).status);
  }
  expect((await send({ ...old("img-src"), more: "x".repeat(17_000) })).status).toBe(413);
  expect((await send(Array.from({ length: 21 }, () => ({ body: { effectiveDirective: "img-src" } })))).status).toBe(400);
  expect((await send(old("img-src"), { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect(logged).toEqual([]);
});

test("thirty a minute are taken, then none until the minute is over", async () => {
  const statuses = [];
  for (let count = 0; count < 33; count += 1) statuses.push((await send(old("img-src"))).status);
  expect(statuses).toEqual([...Array(30).fill(204), 429, 429, 429]);
  expect(logged).toHaveLength(30);
  nextMinute();
  expect((await send(old("img-src"))).status).toBe(204);
});

import { Client } from "pg";
import { afterAll, beforeEach, expect, test, vi } from "vitest";

import { paymentProducts } from "@/lib/klarna/operations/payment-products";
import { query } from "@/lib/server/db/client";
import { callKlarna } from "@/lib/server/klarna/call";
import { type Priority, takeShare } from "@/lib/server/klarna/lanes";

import { withDesk } from "../harness/desk";
import { type Received, type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  { DESK_TIME_SCALE: "1" },
);

let at: { readonly moment: number; readonly path: string }[] = [];
beforeEach(() => {
  at = [];
});

const now = performance.now.bind(performance);
let rested = 0;
afterAll(() => {
  vi.restoreAllMocks();
});

/** Passes at once the seconds in which nobody asks, with all of the rate as this process's share. */
async function rest(): Promise<void> {
  await takeShare("test", "management");
  rested += 2_200;
  vi.spyOn(performance, "now").mockImplementation(() => now() + rested);
}

/** A Klarna that allows so many requests a second, and notes when each came. */
function allows(limit: number, status: (request: Received) => number = () => 200): void {
  const headers = { "x-ratelimit-limit": `${limit}, ${limit};w=1;name="psp_x"` };
  klarna.script = (request) => {
    at.push({ moment: performance.now(), path: request.path });
    return { status: status(request), body: "{}", headers };
  };
}

const account = (name: string) => `krn:partner:global:account:test:${name}`;
const read = (name: string, priority: Priority = "background") =>
  callKlarna(paymentProducts.list, { environment: "test", params: { account_id: account(name) }, priority });
const update = (name: string, priority: Priority = "background") =>
  callKlarna(paymentProducts.enable, {
    environment: "test",
    params: { account_id: account(name), product_id: "default" },
    idempotencyKey: crypto.randomUUID(),
    priority,
  });
const cameOf = (name: string) => at.flatMap(({ moment, path }) => (decodeURIComponent(path).includes(account(name)) ? [moment] : []));

test("updates that are repeated are no more in any second than Klarna allows, while others use the rest of its rate", { timeout: 30_000 }, async () => {
  const limit = 20;
  const failed = new Set<string>();
  allows(limit, ({ method, path }) => {
    if (method === "GET" || failed.has(path)) return 200;
    failed.add(path);
    return 503;
  });
  await read("FIRST");
  // A few at a time, as a job reads: so the repeats don't wait for their turn for longer than for their account.
  const reader = async () => {
    for (let times = 0; times < 20; times += 1) await read(`READ${times}`);
  };
  await Promise.all([...Array.from({ length: 10 }, (_, index) => update(`REPEAT${index}`)), ...Array.from({ length: 3 }, reader)]);
  const most = Math.max(...at.map(({ moment: from }) => at.filter(({ moment }) => moment >= from && moment < from + 1_000).length));
  // A busy machine lets a few arrive closer together than they were sent; the repeats, sent in a second they were not counted in, would be ten.
  expect(most).toBeLessThanOrEqual(limit + 3);
});

test("an update that waits for its account's moment takes nobody's turn meanwhile", { timeout: 30_000 }, async () => {
  allows(3);
  await update("SLOW");
  await rest();
  const other = new Client(process.env.DATABASE_URL);
  await other.connect();
  await other.query("BEGIN");
  await other.query("SELECT FROM update_paces WHERE account_id = $1 FOR UPDATE", [account("SLOW")]);
  const waiting = update("SLOW", "interactive");
  await expect.poll(() => query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).not.toEqual([]);
  const began = performance.now();
  await Promise.all(["A", "B", "C"].map((name) => read(name, "interactive")));
  expect(performance.now() - began).toBeLessThan(700);
  expect(cameOf("SLOW")).toHaveLength(1);
  await other.query("COMMIT");
  await other.end();
  await waiting;
  expect(cameOf("SLOW")).toHaveLength(2);
});

test("an update whose turn comes late keeps the next one of its account a second away from itself", { timeout: 30_000 }, async () => {
  allows(4);
  await read("LEARNED");
  await rest();
  const others = ["A", "B", "C", "D"].map((name) => read(name, "interactive"));
  await update("LATE", "interactive");
  await update("LATE", "interactive");
  await Promise.all(others);
  const [first = 0, second = 0] = cameOf("LATE");
  expect(first - (at[1]?.moment ?? 0)).toBeGreaterThan(700);
  expect(second - first).toBeGreaterThanOrEqual(1_000);
});

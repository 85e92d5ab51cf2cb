import { expect, test } from "vitest";

import { paymentProducts } from "@/lib/klarna/operations/payment-products";
import { query } from "@/lib/server/db/client";
import { callKlarna } from "@/lib/server/klarna/call";
import { awaitPace } from "@/lib/server/klarna/update-pace";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

// Waits of a second take a twentieth of one here.
const apart = 50;
const account = (index: number) => `krn:partner:global:account:test:PACE${index}`;

test("an account gets one update a second, whoever asks; another account doesn't wait for it", async () => {
  const began = performance.now();
  const took = async (index: number) => {
    await awaitPace("test", account(index));
    return performance.now() - began;
  };
  const [first, second, third, other] = await Promise.all([took(1), took(1), took(1), took(2)]);
  const sorted = [first, second, third].map(Number).sort((one, next) => one - next);
  // From the beginning: a busy machine wakes one later than its moment, never sooner.
  for (const [index, moment] of sorted.entries()) expect(moment).toBeGreaterThanOrEqual(index * apart - 5);
  expect(Number(other)).toBeLessThan(sorted[2] ?? 0);
});

test("a moment that a wrong clock wrote keeps nobody waiting", async () => {
  await query("INSERT INTO update_paces VALUES ('test', $1, now() + interval '1 year')", [account(3)]);
  await awaitPace("test", account(3));
});

test("what is repeated after a failure keeps the pace too", async () => {
  const at: number[] = [];
  klarna.script = () => {
    at.push(performance.now());
    return { status: at.length < 3 ? 503 : 200, body: "{}" };
  };
  const params = { account_id: account(4), product_id: "default" };
  const began = performance.now();
  const [clock] = await query<{ now: string }>("SELECT clock_timestamp()::text AS now");
  await callKlarna(paymentProducts.enable, { environment: "test", params, idempotencyKey: crypto.randomUUID(), priority: "interactive" });
  expect(at).toHaveLength(3);
  // What paced them is a moment reserved for each try, not only the pause before a repeat.
  const [reserved] = await query<{ ms: number }>(
    "SELECT (extract(epoch FROM latest - $2::timestamptz) * 1000)::float8 AS ms FROM update_paces WHERE account_id = $1",
    [account(4), clock?.now],
  );
  expect(reserved?.ms).toBeGreaterThanOrEqual(2 * apart);
  // From the beginning, as above.
  for (const [index, moment] of at.entries()) expect(moment - began).toBeGreaterThanOrEqual(index * apart - 5);
});

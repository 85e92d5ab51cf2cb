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
  expect((sorted[1] ?? 0) - (sorted[0] ?? 0)).toBeGreaterThanOrEqual(apart - 5);
  expect((sorted[2] ?? 0) - (sorted[0] ?? 0)).toBeGreaterThanOrEqual(2 * apart - 5);
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
  await callKlarna(paymentProducts.enable, { environment: "test", params, idempotencyKey: crypto.randomUUID(), priority: "interactive" });
  expect(at).toHaveLength(3);
  for (const [index, moment] of at.entries()) if (index > 0) expect(moment - (at[index - 1] ?? 0)).toBeGreaterThanOrEqual(apart - 5);
});

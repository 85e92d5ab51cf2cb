import { expect, test } from "vitest";

import { paymentProducts } from "@/lib/klarna/operations/payment-products";
import { callKlarna } from "@/lib/server/klarna/call";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  { DESK_TIME_SCALE: "1" },
);

const limit = 20;
const account = (name: string, index: number) => `krn:partner:global:account:test:${name}${index}`;

test("updates that are repeated are no more in any second than Klarna allows, while others use the rest of its rate", async () => {
  const at: number[] = [];
  const failed = new Set<string>();
  klarna.script = ({ method, path }) => {
    at.push(performance.now());
    const headers = { "x-ratelimit-limit": `${limit}, ${limit};w=1;name="psp_x"` };
    if (method === "GET" || failed.has(path)) return { status: 200, body: "{}", headers };
    failed.add(path);
    return { status: 503, body: "{}", headers };
  };
  const read = (index: number) =>
    callKlarna(paymentProducts.list, { environment: "test", params: { account_id: account("READ", index) }, priority: "background" });
  const update = (index: number) =>
    callKlarna(paymentProducts.enable, {
      environment: "test",
      params: { account_id: account("REPEAT", index), product_id: "default" },
      idempotencyKey: crypto.randomUUID(),
      priority: "background",
    });
  await read(0);
  // A few at a time, as a job reads: so the repeats don't wait for their turn for longer than for their account.
  const reader = async () => {
    for (let times = 0; times < 20; times += 1) await read(times);
  };
  await Promise.all([...Array.from({ length: 10 }, (_, index) => update(index)), ...Array.from({ length: 3 }, reader)]);
  const most = Math.max(...at.map((from) => at.filter((moment) => moment >= from && moment < from + 1_000).length));
  // A busy machine lets a few arrive closer together than they were sent; the repeats, sent in a second they were not counted in, would be ten.
  expect(most).toBeLessThanOrEqual(limit + 3);
}, 30_000);

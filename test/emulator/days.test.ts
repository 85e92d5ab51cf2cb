import { expect, it, onTestFinished } from "vitest";

import { Klarna } from "@/emulator/klarna";
import type { Delivery } from "@/emulator/webhooks/deliveries";

const hour = 3_600_000;

it("what is old goes while it runs, also after a reset", async () => {
  const klarna = new Klarna({});
  onTestFinished(() => klarna.stop());
  const kept = () => [klarna.deliveries.list().length, klarna.store.table("idempotency").size];
  for (const round of [1, 2]) {
    const settled = { state: "delivered", attempts: [], due: klarna.clock.now() } as Partial<Delivery>;
    klarna.store.table("deliveries").put("settled", settled);
    klarna.store.table("deliveries").put("on its way", { ...settled, state: "pending", due: klarna.clock.now() + 90 * hour });
    const answer = { status: 200, type: "application/json", body: "{}" } as const;
    await klarna.idempotency.once("key", "same", async (keep) => {
      keep(answer);
      return answer;
    });
    expect(kept(), `round ${round}`).toEqual([2, 1]);
    klarna.advance(23 * hour);
    expect(kept()).toEqual([2, 1]);
    klarna.advance(2 * hour);
    expect(kept()).toEqual([2, 0]);
    klarna.advance(24 * hour);
    expect(kept()).toEqual([1, 0]);
    klarna.reset();
  }
});

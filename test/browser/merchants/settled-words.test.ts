import { expect, test } from "vitest";

import { loadedSentence, settledByManySentence, settledSentence } from "@/components/merchants/settled-words";
import type { Settled } from "@/lib/desk/settled";

const last = { settlement_id: "S-1", period_from: "2026-09-01T00:00:00Z", period_to: "2026-09-08T00:00:00Z" };
const none: Settled = { loaded_to: "2026-11-24T00:00:00Z", captures: 0, refunds: 0, chargebacks: 0, last: null, sums: null };

test("What a merchant lately settled is said in a sentence, and what can't be known isn't called nothing", () => {
  expect(settledSentence({ ...none, last, captures: 1, chargebacks: 2 })).toBe("1 capture and 2 chargebacks in settlements that ended in the last 30 days.");
  expect(settledSentence({ ...none, last })).toBe(
    "No purchases in settlements that ended in the last 30 days; it last stands in the one that ended on 8 Sep 2026.",
  );
  expect(settledSentence({ ...none, last: { ...last, period_to: null } })).toBe("No purchases in settlements that ended in the last 30 days.");
  expect(settledSentence(none)).toBe("No settlement report that the desk has loaded names this merchant.");
  expect(settledSentence({ ...none, loaded_to: null })).toBe("Nobody can say: the desk has loaded no settlement report.");
  expect([loadedSentence(none), loadedSentence({ ...none, loaded_to: null })]).toEqual(["The newest report that is loaded ended on 24 Nov 2026.", undefined]);
});

test("The same of many is said in two", () => {
  const { loaded_to } = none;
  expect(settledByManySentence({ loaded_to, merchants: 38, captures: 1_204 })).toBe(
    "38 of these had 1,204 captures in settlements that ended in the last 30 days. The newest report that is loaded ended on 24 Nov 2026.",
  );
  expect(settledByManySentence({ loaded_to, merchants: 0, captures: 0 })).toMatch(/^None of these had captures/);
  expect(settledByManySentence({ loaded_to: null, merchants: 0, captures: 0 })).toMatch(/Nobody can say/);
});

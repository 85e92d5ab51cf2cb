import { expect, test } from "vitest";

import { whatWillHappen } from "@/components/merchants/many/acts";
import { loadedSentence, settledByManySentence, settledSentence } from "@/components/merchants/settled-words";
import type { Settled } from "@/lib/desk/settled";

const last = { settlement_id: "S-1", period_from: "2026-09-01T00:00:00Z", period_to: "2026-09-08T00:00:00Z" };
const none: Settled = { loaded_to: "2026-11-24T00:00:00Z", is_old: false, missing: 0, captures: 0, refunds: 0, chargebacks: 0, last: null, sums: null };

test("What a merchant lately settled is said in a sentence, and what can't be known isn't called nothing", () => {
  expect(settledSentence({ ...none, last, captures: 1, chargebacks: 2 })).toBe("1 capture and 2 chargebacks in settlements that ended in the last 30 days.");
  expect(settledSentence({ ...none, last })).toBe(
    "No purchases in settlements that ended in the last 30 days; it last stands in the one that ended on 8 Sep 2026.",
  );
  expect(settledSentence({ ...none, last: { ...last, period_to: null } })).toBe("No purchases in settlements that ended in the last 30 days.");
  expect(settledSentence(none)).toBe("No settlement report that the desk has loaded names this merchant.");
  expect(settledSentence({ ...none, loaded_to: null })).toBe("Nobody can say: the desk has loaded no settlement report.");
  expect(settledSentence({ ...none, is_old: true, last })).toBe(
    "Nobody can say: no report of the last 30 days is loaded; it last stands in the one that ended on 8 Sep 2026.",
  );
  expect(loadedSentence({ ...none, missing: 2 })).toBe(
    "The newest report that is loaded ended on 24 Nov 2026. 2 settlements of these days have no report here, so there may be more.",
  );
  expect([loadedSentence(none), loadedSentence({ ...none, loaded_to: null })]).toEqual(["The newest report that is loaded ended on 24 Nov 2026.", undefined]);
});

test("The same of many is said in two", () => {
  const { loaded_to, is_old, missing } = none;
  const many = { loaded_to, is_old, missing };
  expect(settledByManySentence({ ...many, merchants: 38, captures: 1_204 })).toBe(
    "38 of these had 1,204 captures in settlements that ended in the last 30 days. The newest report that is loaded ended on 24 Nov 2026.",
  );
  expect(settledByManySentence({ ...many, merchants: 0, captures: 0 })).toMatch(/^None of these had captures/);
  expect(settledByManySentence({ ...many, loaded_to: null, merchants: 0, captures: 0 })).toMatch(/Nobody can say/);
  expect(settledByManySentence({ ...many, is_old: true, merchants: 0, captures: 0 })).toMatch(/no report of the last 30 days is loaded\.$/);
});

test("A run says how much was going on at those whom it would suspend, before it is begun", () => {
  const check = { run: "r", meant: "m", merchants: 40, ready: 40, unread: 0, fraud: 0, products: 40, left_out: [], oldest: null, rate: null };
  const { loaded_to, is_old, missing } = none;
  const said = whatWillHappen("suspend", { ...check, settled_lately: { loaded_to, is_old, missing, merchants: 38, captures: 1_204 } }, "");
  expect(said).toContainEqual(expect.stringMatching(/^38 of these had 1,204 captures/));
  expect(whatWillHappen("reactivate", { ...check, settled_lately: null }, "").join(" ")).not.toContain("captures");
});

import { describe, expect, it } from "vitest";

import { operations } from "@/lib/klarna/operations";
import { paymentProductStates } from "@/lib/klarna/operations/payment-products";
import { callFor, type ProductAct, type ProductOrder, productActs, productParam, suspensionReasons, whyNot } from "@/lib/klarna/product-change";

const operational = { state: "OPERATIONAL", missing_since: null };
const enabled = { state: "ENABLED", state_reason: "APPROVED", merchant_category_code: "5651" };
const off = (state_reason?: string) => ({ ...enabled, state: "DISABLED", state_reason });
const ended = { ...enabled, state: "TERMINATED", state_reason: "OTHER_RISK" };

const may = (act: ProductAct, product: object) => whyNot({ act }, operational, product) === undefined;

describe("what may be done with a product", () => {
  it("is suspending what is enabled, and reactivating what isn't", () => {
    expect(productActs.map((act) => may(act, enabled))).toEqual([true, false, true]);
    expect(productActs.map((act) => may(act, off("FRAUD_BY_PARTNER")))).toEqual([false, true, true]);
    expect(productActs.map((act) => may(act, off("VOLUNTARY_BY_PARTNER")))).toEqual([false, true, true]);
  });

  it("isn't reactivating what Klarna disabled or ended, and the sentence says whom to ask", () => {
    for (const product of [off("FRAUDULENT_BEHAVIOUR"), off("NON_COMPLIANT"), ended])
      expect(whyNot({ act: "reactivate" }, operational, product)).toContain("only Klarna");
    expect(productActs.map((act) => may(act, ended))).toEqual([false, false, false]);
  });

  it("may be tried where nobody can tell who disabled it: Klarna has the last word", () => {
    expect(may("reactivate", off())).toBe(true);
    expect(may("reactivate", off("SOMETHING_NEW"))).toBe(true);
  });

  it("says by whom it is off already", () => {
    expect(whyNot({ act: "suspend" }, operational, off("FRAUD_BY_PARTNER"))).toContain("by your team");
    expect(whyNot({ act: "suspend" }, operational, off("OTHER_RISK"))).toContain("Klarna has disabled it already");
    expect(whyNot({ act: "suspend" }, operational, off())).toContain("disabled already");
  });

  it("is nothing while the account is being set up, disabled, gone or never read", () => {
    for (const account of [
      { state: "PARTIALLY_OPERATIONAL" },
      { state: "DISABLED" },
      { state: "OPERATIONAL", missing_since: "2026-01-01T00:00:00Z" },
      {},
      { state: null },
    ])
      for (const act of productActs) expect(whyNot({ act }, account, act === "reactivate" ? off("FRAUD_BY_PARTNER") : enabled)).toMatch(/\w+\.$/);
  });

  it("is nothing in a state that the desk doesn't know, which is named", () => {
    for (const act of productActs) {
      expect(whyNot({ act }, operational, { state: "PAUSED" })).toContain("PAUSED");
      expect(whyNot({ act }, operational, {})).toContain("hasn't been read");
    }
  });

  it("is no change to the category that it has", () => {
    expect(whyNot({ act: "change-category", code: "5651" }, operational, enabled)).toContain("5651 already");
    expect(whyNot({ act: "change-category", code: "5732" }, operational, enabled)).toBeUndefined();
  });

  it("is told of every state in a sentence, never in an enum's name", () => {
    for (const state of paymentProductStates)
      for (const act of productActs) expect(whyNot({ act }, operational, { ...enabled, state }) ?? "It may.").toMatch(/^[A-Z][^_]*\.$/);
  });
});

describe("what Klarna is asked", () => {
  const orders: readonly ProductOrder[] = [
    ...suspensionReasons.map((reason) => ({ act: "suspend", reason, details: "Card testing seen since noon" }) as const),
    { act: "reactivate" },
    { act: "change-category", code: "5732" },
  ];

  it.each(orders)("is what its reference takes: $act", (order) => {
    const { operation, body } = callFor(order);
    const row = operations.get(operation);
    expect(row?.body?.parse(body)).toEqual(body);
  });

  it("names an account's only product as its default, and one of several by its id", () => {
    expect(productParam([enabled], "krn:1")).toBe("default");
    expect(productParam([enabled, enabled], "krn:1")).toBe("krn:1");
  });
});

it("waits its turn, whichever change of a product it is: Klarna takes one update an account and second", () => {
  const changes = [...operations.values()].filter(({ name, method }) => name.startsWith("paymentProducts.") && method !== "GET");
  expect(changes).toHaveLength(5);
  expect(changes.filter(({ paced }) => !paced).map(({ name }) => name)).toEqual([]);
});

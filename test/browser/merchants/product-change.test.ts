import { describe, expect, it } from "vitest";

import { stepsOf } from "@/components/merchants/products/change-story";
import { liveProduct } from "@/components/merchants/products/product-context";
import { changesOf } from "@/components/merchants/products/use-product-changes";
import type { ProductChange } from "@/lib/desk/product";

const change = (given: Partial<ProductChange> = {}): ProductChange => ({
  ...{ kind: "operation", id: "1", name: "paymentProducts.disable", act: "suspend", product_id: "default", by: "Sofia Support" },
  ...{ at: "2026-11-26T10:00:00.000Z", sent_at: "2026-11-26T10:00:00.000Z", settled_at: "2026-11-26T10:00:00.400Z", settled_by: "answer", decided_by: null },
  ...{ state: "confirmed", tries: 1, idempotency_key: null, code: null, error_id: null, announcement: null, reason: "FRAUD" },
  ...{ ticket: null, read_at: null },
  ...given,
});
const told = (given: Partial<ProductChange>) => stepsOf(change(given), "Disabled by your team").map(({ tone, title }) => `${tone}: ${title}`);
const later = "2026-11-26T10:20:00.000Z";

describe("a change of a product", () => {
  it("is followed from requested to accepted to confirmed by webhook, each with its time", () => {
    const steps = stepsOf(change({ announcement: { is: "come", at: "2026-11-26T10:00:03.000Z" } }), "Disabled by your team");
    expect(steps.map(({ title, at }) => [title, at])).toEqual([
      ["Requested", "2026-11-26T10:00:00.000Z"],
      ["Accepted by Klarna", "2026-11-26T10:00:00.400Z"],
      ["Confirmed by webhook", "2026-11-26T10:00:03.000Z"],
    ]);
    expect(steps[2]?.note).toContain("10 minutes");
  });

  it("isn't called confirmed while its webhook is awaited or late, nor where none can come, before it was read again", () => {
    expect(told({ announcement: { is: "awaited", at: later } })[2]).toBe("waiting: Klarna's webhook is awaited");
    expect(told({ announcement: { is: "late", at: later, read_again: false } })[2]).toBe("waiting: Webhook late: being read again");
    expect(told({ announcement: { is: "late", at: later, read_again: true } })[2]).toBe("good: Webhook late: read again instead");
    expect(told({})[2]).toBe("waiting: Being read again from Klarna");
    expect(told({ read_at: later })[2]).toBe("good: Read again from Klarna");
  });

  it("ends at the answer where it wasn't done, or nobody knows", () => {
    expect(told({ state: "sent", settled_at: null })).toEqual(["good: Requested", "waiting: On its way to Klarna"]);
    expect(told({ state: "unknown", settled_at: null })).toEqual(["good: Requested", "waiting: Not known whether Klarna did it"]);
    expect(told({ state: "rejected", code: "RESOURCE_CONFLICT" })).toEqual(["good: Requested", "wrong: Refused by Klarna: nothing changed"]);
    expect(told({ state: "rejected", settled_by: "read" })[1]).toBe("wrong: Klarna shows that it wasn't done");
  });

  it("isn't called refused by Klarna where it never got there", () => {
    expect(told({ state: "rejected", code: "KLARNA_UNREACHABLE" })[1]).toBe("wrong: Klarna couldn't be reached, and nothing was sent: nothing changed");
    expect(told({ state: "rejected", code: "RATE_USED_UP" })[1]).toBe("wrong: Klarna's rate was used up, and nothing was sent: nothing changed");
  });

  it("names by what it became known", () => {
    expect(told({ settled_by: "person", decided_by: "Omar" })[1]).toBe("good: Omar found out: it was done");
    expect(told({ settled_by: "webhook" })[1]).toBe("good: Done: Klarna's webhook said so");
  });

  it("of a category is never said to be announced", () => {
    const [, , last] = stepsOf(change({ act: "change-category", read_at: later }), "Enabled");
    expect(last?.note).toBe("Klarna shows it as enabled. Klarna announces no change of category.");
  });

  it("belongs to the product that it names, or to the only one", () => {
    const changes = [change({ id: "1" }), change({ id: "2", product_id: "krn:2" })];
    expect(changesOf(changes, "krn:1", true).map(({ id }) => id)).toEqual(["1"]);
    expect(changesOf(changes, "krn:2", false).map(({ id }) => id)).toEqual(["2"]);
  });
});

describe("what Klarna says of a product", () => {
  const off = { product_id: "p", state: "DISABLED", state_reason: "FRAUDULENT_BEHAVIOUR" };
  const account = { products: [{ ...off, state_context: { reason_details: "Stolen", compliance_decision_id: "d2f7", more: { a: 1 }, nothing: null } }] };

  it("is the words it was disabled with, and whatever else comes with its state", () => {
    expect(liveProduct(account, off)).toEqual({
      details: "Stolen",
      context: [
        { term: "Compliance decision id", value: "d2f7" },
        { term: "More", value: '{"a":1}' },
      ],
    });
  });

  it("isn't shown beside a state that it doesn't belong to", () => {
    expect(liveProduct(account, { ...off, state: "ENABLED" })).toBeUndefined();
    expect(liveProduct(account, { ...off, product_id: "other" })).toBeUndefined();
    expect(liveProduct("nonsense", off)).toBeUndefined();
  });
});

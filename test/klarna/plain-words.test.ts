import { describe, expect, it } from "vitest";

import { accountWords } from "@/lib/klarna/account-words";
import { doneInWords, eventInWords } from "@/lib/klarna/change-words";
import { isChange, paramNames } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { accountStates } from "@/lib/klarna/operations/accounts";
import { businessEntityTypes } from "@/lib/klarna/operations/business-information";
import { paymentProductStates } from "@/lib/klarna/operations/payment-products";
import { asHint, inWords, type StateWords } from "@/lib/klarna/plain-words";
import { productsInBrief, productWords } from "@/lib/klarna/product-words";

const decisions = ["FRAUDULENT_BEHAVIOUR", "NON_COMPLIANT", "PROHIBITED_OR_RESTRICTED_SEGMENT", "OTHER_RISK"];
const reasons = ["INITIAL_SETUP", "SETUP_COMPLETE", "ACCOUNT_UPDATE", "APPROVED", "FRAUD_BY_PARTNER", "VOLUNTARY_BY_PARTNER", ...decisions];
const anyReason = [...reasons, "SOMETHING_NEW", "", null, undefined, "__proto__"];

describe("a state in plain words", () => {
  it.each(accountStates.flatMap((state) => anyReason.map((reason) => [state, reason] as const)))("says all of account %s / %s", (state, reason) => {
    expectWhole(accountWords(state, reason));
  });

  it.each(paymentProductStates.flatMap((state) => anyReason.map((reason) => [state, reason] as const)))("says all of product %s / %s", (state, reason) => {
    expectWhole(productWords(state, reason));
  });

  it.each(["SOMETHING_NEW", "constructor", "__proto__", "operational"])("shows the unknown state %s as it came, and claims nothing", (state) => {
    for (const words of [accountWords(state, "WHY"), productWords(state, "WHY")]) {
      expect(words).toMatchObject({ label: state, tone: "off", known: false });
      expect(words.meaning).toContain("WHY");
    }
  });

  it("names a reason that Klarna has added", () => {
    expect(accountWords("DISABLED", "SOMETHING_NEW").meaning).toBe("Klarna has disabled the account (something new).");
    expect(productWords("TERMINATED", "SOMETHING_NEW").meaning).toContain("SOMETHING_NEW");
  });
});

describe("who can lift what is off", () => {
  it.each(["FRAUD_BY_PARTNER", "VOLUNTARY_BY_PARTNER", "LATER_BY_PARTNER"])("is your team for %s", (reason) => {
    expect(productWords("DISABLED", reason)).toMatchObject({ label: "Disabled by your team", who: "Your team can enable it again." });
  });

  it.each(decisions)("is only Klarna for %s", (reason) => {
    expect(productWords("DISABLED", reason)).toMatchObject({ label: "Disabled by Klarna", who: expect.stringContaining("Only Klarna") });
    expect(accountWords("DISABLED", reason).who).toContain("Only Klarna");
  });

  it.each([undefined, "SOMETHING_NEW"])("isn't claimed for %s", (reason) => {
    expect(productWords("DISABLED", reason).label).toBe("Disabled");
    expect(productWords("DISABLED", reason).who).toContain("unless it was Klarna");
  });

  it("is only Klarna for anything terminated", () => {
    for (const reason of reasons) expect(productWords("TERMINATED", reason).who).toContain("Only Klarna");
  });
});

describe("products in brief", () => {
  const enabled = { state: "ENABLED", state_reason: "APPROVED" };
  const stopped = { state: "DISABLED", state_reason: "OTHER_RISK" };

  it.each([
    [[enabled], "good", "Enabled"],
    [[enabled, enabled], "good", "2 enabled"],
    [[stopped], "wrong", "Disabled by Klarna"],
    [[enabled, stopped], "wrong", "1 of 2 disabled by Klarna"],
    [[stopped, stopped], "wrong", "2 disabled by Klarna"],
    [[enabled, { state: "PAUSED" }], "off", "1 of 2 PAUSED"],
    [[{}], "off", "State unknown"],
  ] as const)("reads %j as %s: %s", (products, tone, label) => {
    expect(productsInBrief(products)).toMatchObject({ tone, label });
  });
});

it.each(businessEntityTypes)("reads %s without shouting", (type) => {
  expect(inWords(type)).toMatch(/^[A-Z][a-z ]+$/);
});

it.each(["krn:partner:global", "Not A List", "ünder_SCORE", ""])("leaves %o as it came", (value) => {
  expect(inWords(value)).toBe(value);
});

it("has words for every change that can be made to an account", () => {
  const changes = [...operations.values()].filter((operation) => isChange(operation) && paramNames(operation.path).includes("account_id"));
  for (const { name } of changes) expect(doneInWords(name), name).not.toContain(name);
  expect(changes.length).toBeGreaterThan(15);
});

it("names an operation and an event that it has no words for", () => {
  expect(doneInWords("toString")).toBe("sent toString");
  expect(eventInWords("partner.account.new")).toBe("Klarna sent partner.account.new");
});

function expectWhole(words: StateWords): void {
  const lines = asHint(words).split("\n");
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line).toMatch(/^[A-Z].*[^.]\.$/);
  for (const line of lines) expect(line).not.toMatch(/undefined|null|\(\)/);
  expect(words.known).toBe(true);
}

import { expect, test } from "vitest";

import { operations } from "@/lib/klarna/operations";
import { type Circumstances, weighLook } from "@/lib/server/operations/weigh-look";

const seen = (name: string, given: Partial<Circumstances>, thing: object | null) => {
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no ${name}.`);
  return weighLook({ operation, sent: undefined, before: undefined, quiet: true, othersSince: false, ...given }, thing);
};

const suspension = { reason: "FRAUD", reason_details: "Cards of strangers" };
const suspended = { product_id: "p", state: "DISABLED", state_reason: "FRAUD_BY_PARTNER", state_context: { reason_details: "Cards of strangers" } };
const enabled = { product_id: "p", state: "ENABLED", state_reason: "APPROVED" };

test("a removal: gone is done; still there is not done, but only when Klarna can't be working on it any more", () => {
  expect(seen("bankAccounts.delete", {}, null)).toMatchObject({ finding: "gone", proves: "done" });
  expect(seen("bankAccounts.delete", {}, { bank_account_id: "b" })).toMatchObject({ finding: "there", proves: "not-done" });
  expect(seen("bankAccounts.delete", { quiet: false }, { bank_account_id: "b" })).toMatchObject({ finding: "there", proves: undefined });
});

test("a credential that is listed may be one that was disabled", () => {
  expect(seen("credentials.disable", {}, { credential_id: "c" })).toMatchObject({ finding: "there", proves: undefined });
  expect(seen("credentials.disable", {}, null)).toMatchObject({ proves: "done" });
});

test("a suspension is done when it stands with its reason, and the product was enabled just before", () => {
  expect(seen("paymentProducts.disable", { sent: suspension, before: enabled }, suspended)).toMatchObject({ finding: "stands", proves: "done" });
});

test("that it stands proves nothing when it stood before, when nobody knows how it stood before, or when another of our operations may have done it", () => {
  const stands = { finding: "stands", proves: undefined };
  expect(seen("paymentProducts.disable", { sent: suspension, before: suspended }, suspended)).toMatchObject(stands);
  expect(seen("paymentProducts.disable", { sent: suspension }, suspended)).toMatchObject(stands);
  const sent = { account_name: "Nordlys", account_owner: { email: "eva@nordlys.example" } };
  expect(seen("accounts.update", { sent, before: { account_name: "Nordlys" } }, sent), "of the owner nothing was known").toMatchObject(stands);
  expect(seen("paymentProducts.disable", { sent: suspension, before: enabled, othersSince: true }, suspended)).toMatchObject(stands);
});

test("suspended for another reason, or by Klarna, isn't what was asked for", () => {
  const elsewise = { ...suspended, state_reason: "VOLUNTARY_BY_PARTNER" };
  expect(seen("paymentProducts.disable", { sent: suspension, before: enabled }, elsewise)).toMatchObject({
    finding: "differs",
    fields: ["state_reason"],
    proves: undefined,
  });
});

test("that it is as before doesn't say that it wasn't done: somebody may have changed it back", () => {
  expect(seen("paymentProducts.disable", { sent: suspension, before: enabled }, enabled)).toMatchObject({ finding: "as-before", proves: undefined });
});

test("every field that was sent must stand; what the thing holds beside them doesn't matter", () => {
  const sent = { account_name: "Nordlys", products: [{ product_id: "p2", merchant_category_code: "5719" }] };
  const before = { account_name: "Nordlicht", products: [{ product_id: "p2", merchant_category_code: "5712" }] };
  const now = { account_name: "Nordlys", state: "OPERATIONAL", products: [{ product_id: "p1" }, { product_id: "p2", merchant_category_code: "5719" }] };
  expect(seen("accounts.update", { sent, before }, now)).toMatchObject({ finding: "stands", proves: "done" });
  const half = { ...now, products: [{ product_id: "p2", merchant_category_code: "5712" }] };
  expect(seen("accounts.update", { sent, before }, half)).toMatchObject({
    finding: "differs",
    fields: ["products.0.merchant_category_code"],
    proves: undefined,
  });
});

test("a moment and an IBAN are the same in other clothes", () => {
  const sent = { effective_to: "2027-01-01T00:00:00Z" };
  expect(seen("paymentProgramEnablements.update", { sent }, { effective_to: "2027-01-01T00:00:00.000+00:00" })).toMatchObject({ finding: "stands" });
  expect(seen("bankAccounts.update", { sent: { iban: "SE4550000000058398257466" } }, { iban: "SE45 5000 0000 0583 9825 7466" })).toMatchObject({
    finding: "stands",
  });
});

test("a list without ids must be the very list", () => {
  const sent = { urls: ["https://a.example"] };
  expect(seen("websites.update", { sent }, { urls: ["https://a.example", "https://b.example"] })).toMatchObject({ finding: "differs", fields: ["urls"] });
});

test("a thing that isn't there any more can't say whether it was changed", () => {
  expect(seen("bankAccounts.update", { sent: { iban: "x" } }, null)).toMatchObject({ finding: "gone", proves: undefined });
});

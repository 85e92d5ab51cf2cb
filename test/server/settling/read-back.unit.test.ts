import { expect, test } from "vitest";

import { isChange } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { readBackOf, thingIn } from "@/lib/server/operations/read-back";

const operation = (name: string) => {
  const found = operations.get(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

test("each change is looked for where it would show; what creates something can't be told from its like", () => {
  const changes = [...operations.values()].filter(isChange).map((change) => [change.name, readBackOf(change)?.name]);
  expect(Object.fromEntries(changes)).toEqual({
    "credentials.create": undefined,
    "credentials.disable": "credentials.list",
    "certificates.revoke": undefined,
    "accounts.onboard": undefined,
    "accounts.migrate": undefined,
    "accounts.update": "accounts.get",
    "paymentProducts.update": "paymentProducts.list",
    "paymentProducts.disable": "paymentProducts.list",
    "paymentProducts.enable": "paymentProducts.list",
    "paymentProducts.disableOnly": "paymentProducts.list",
    "paymentProducts.enableOnly": "paymentProducts.list",
    "paymentProgramEnablements.create": undefined,
    "paymentProgramEnablements.update": "paymentProgramEnablements.get",
    "websites.update": "websites.list",
    "collections.update": "collections.list",
    "accountInformation.update": "accountInformation.get",
    "businessInformation.update": "businessInformation.get",
    "stakeholders.create": undefined,
    "stakeholders.update": "stakeholders.get",
    "stakeholders.delete": "stakeholders.get",
    "settlementInformation.update": "settlementInformation.get",
    "bankAccounts.create": undefined,
    "bankAccounts.update": "bankAccounts.get",
    "bankAccounts.delete": "bankAccounts.get",
  });
});

test("in a list the thing is found by its id, or because it is the only one", () => {
  const [one, other] = [{ product_id: "p1" }, { product_id: "p2" }];
  const disable = operation("paymentProducts.disable");
  expect(thingIn(disable, [one, other], { product_id: "p2" })).toBe(other);
  expect(thingIn(disable, [one], { product_id: "default" })).toBe(one);
  expect(thingIn(disable, [one, other], { product_id: "default" })).toBeUndefined();
  expect(thingIn(operation("paymentProducts.disableOnly"), [one], {})).toBe(one);
  expect(thingIn(disable, [one], { product_id: "p2" })).toBeNull();
  expect(thingIn(disable, "nonsense", { product_id: "p2" })).toBeUndefined();
});

test("that it isn't on a page among others says nothing", () => {
  const disable = operation("credentials.disable");
  expect(thingIn(disable, { credentials: [] }, { credential_id: "c" })).toBeNull();
  expect(thingIn(disable, { credentials: [], pagination: { next: "…" } }, { credential_id: "c" })).toBeUndefined();
});

import { expect, test } from "vitest";

import { accountIdIn, isKrn, otherKindOf } from "@/lib/desk/krn";

const uuid = "3f1c0a52-7c1f-4d5e-9b1e-2a6d7e8f9a01";

test.each([
  [`krn:partner:global:account:group:${uuid}`, "a group of accounts"],
  [`krn:partner:global:account:product:payment:${uuid}`, "a product"],
  [`krn:partner:product:payment:${uuid}`, "a product"],
  [`krn:partner:global:payment-instance:test:${uuid}`, "a product"],
  [`krn:partner:global:account:distribution-profile:${uuid}`, "a distribution profile"],
  [`krn:partner:global:account:channel:website:${uuid}`, "a website"],
  [`krn:partner:global:account:channel:collection:${uuid}`, "a brand"],
  [`krn:partner:global:account:stakeholder:${uuid}`, "a person"],
  [`krn:partner:global:settlement-information:bank-account:${uuid}`, "a bank account"],
  [`krn:partner:global:pricing:payments:price-plan:${uuid}`, "a price plan"],
  [`krn:partner:global:pricing:payments:program:${uuid}`, "a payment program"],
  [`krn:payment:global:payment:program:${uuid}`, "a payment program"],
  [`krn:partner:global:payment:program:plan:${uuid}`, "a plan of payment programs"],
  [`krn:partner:global:account:payment:program:enablement:${uuid}`, "an enablement"],
  [`krn:partner:global:settlement:payout:${uuid}`, "a payout"],
  [`krn:partner:global:settlement:settlement-configuration:${uuid}`, "a settlement configuration"],
  ["krn:partner:global:settlement:settling-business-entity:K123455", "the company that Klarna settles by"],
  [`krn:partner:global:notification:signing-key:${uuid}`, "a webhook or its signing key"],
  [`krn:payment:eu1:transaction:${uuid}:capture:1`, "a payment"],
  ["krn:payment:eu1:dispute:faulty-goods:256947", "a dispute"],
])("%s is the id of something else than an account, and said of what", (id, kind) => {
  expect(isKrn(id)).toBe(true);
  expect(otherKindOf(id)).toBe(kind);
  expect(accountIdIn(id)).toBeUndefined();
});

test("an account's id is one in each form that Klarna shows, and nothing else is", () => {
  for (const id of ["krn:partner:global:account:live:LWT2XJSE", `krn:partner:global:account:test:${uuid}`, "krn:partner:global:account:test:ABCDEFGHIJK"])
    expect(accountIdIn(` ${id}\n`)).toBe(id);
  for (const text of ["", "LWT2XJSE", "113574395", "krn:partner:global:account:test:A B", "krn:partner:../x"]) expect(accountIdIn(text)).toBeUndefined();
});

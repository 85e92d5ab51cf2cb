import fc from "fast-check";
import { expect, test } from "vitest";

import { idempotencyKey } from "@/lib/server/operations/key";

const names = fc.constantFrom("accounts.onboard", "accounts.migrate", "bankAccounts.create");
const change = fc.tuple(fc.constantFrom("test" as const, "live" as const), names, fc.uuid());

test("an idempotency key is a UUIDv5", () => {
  fc.assert(
    fc.property(change, (one) => {
      expect(idempotencyKey(...one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
});

test("one change has one key, and two changes have two", () => {
  fc.assert(
    fc.property(change, change, (one, other) => {
      expect(idempotencyKey(...one)).toBe(idempotencyKey(...one));
      expect(idempotencyKey(...one) === idempotencyKey(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test("the key of a change never becomes another one: Klarna would take what is repeated for something new", () => {
  expect(idempotencyKey("test", "accounts.onboard", "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86")).toBe("08793d09-1e6f-52a9-a50b-900cd5a6c002");
});

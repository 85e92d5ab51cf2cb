import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { productChanges } from "@/lib/server/products/changes";

import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { sendEvent } from "../harness/webhook";

withDesk(noKlarna);

const account = (name: string) => `krn:partner:global:account:test:${name}`;
const product = (name: string) => `krn:partner:product:payment:${name}`;

/** A suspension that Klarna has confirmed; its announcement is awaited. */
async function suspended(account_id: string, product_id: string): Promise<void> {
  const { id } = await signedIn("operations");
  await query(
    `INSERT INTO operations (environment, name, attempt, idempotency_key, person_id, account_id, params, state, request_hash, lease_until, settled_at, awaited_until)
     VALUES ('test', 'paymentProducts.disable', gen_random_uuid(), gen_random_uuid(), $1, $2, $3, 'confirmed', '', now(), now(), now() + interval '20 minutes')`,
    [id, account_id, JSON.stringify({ account_id, product_id })],
  );
}

let events = 0;
/** Klarna says that a product of an account was disabled; of which it says nothing where none is given. */
async function announce(account_id: string, product_id?: string): Promise<void> {
  const metadata = { event_id: `disabled-${++events}`, event_type: "partner.account.product.payment.state-change.disabled", subject_account_id: account_id };
  expect((await sendEvent({ metadata, payload: { product_id } })).status).toBe(200);
}

/** The products whose suspension was announced. */
async function announced(account_id: string): Promise<readonly string[]> {
  const changes = await productChanges("test", account_id);
  return changes.flatMap(({ product_id, announcement }) => (announcement?.is === "come" ? [product_id] : [])).sort();
}

test("an announcement that names a product is about no other product of the merchant", async () => {
  const [one, other] = [product("one"), product("other")];
  for (const each of [one, other]) await suspended(account("TWO"), each);
  await announce(account("TWO"), one);
  expect(await announced(account("TWO"))).toEqual([one]);
  await announce(account("TWO"), other);
  expect(await announced(account("TWO"))).toEqual([one, other].sort());
});

test("one that names none may be about any, and a merchant's only product is meant whatever its name", async () => {
  await suspended(account("UNNAMED"), product("one"));
  await announce(account("UNNAMED"));
  expect(await announced(account("UNNAMED"))).toEqual([product("one")]);
  await suspended(account("ONLY"), "default");
  await announce(account("ONLY"), product("whatever"));
  expect(await announced(account("ONLY"))).toEqual(["default"]);
});

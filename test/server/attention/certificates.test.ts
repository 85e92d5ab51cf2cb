import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { look, shownTo } from "./stage";

withDesk(noKlarna);

let admin: SignedIn;
let operator: SignedIn;
beforeAll(async () => {
  admin = await signedIn("admin");
  operator = await signedIn("operations");
});
beforeEach(async () => {
  for (const table of ["attention", "attention_looks", "certificates"]) await query(`DELETE FROM ${table}`);
});

/** A certificate of the inventory that ends in so long, as an SQL interval. */
async function endingIn(time: string, name = "LWT2XJSE", revoked = false): Promise<void> {
  await query(
    `INSERT INTO certificates (environment, fingerprint, serial_number, subject, issuer, valid_from, valid_to, revoked_from)
     VALUES ('test', md5($2), 'A1', E'O=Blomster\\nCN=' || $2, 'CN=x', now() - interval '1 year', now() + $1::interval, CASE WHEN $3 THEN now() END)`,
    [time, name, revoked],
  );
}
const found = async () => {
  await look();
  return (await shownTo(admin, { rule: "certificate-expiring" })).map(({ merchant, reason }) => [merchant, /within \d+ days|has expired/.exec(reason)?.[0]]);
};

test.each([
  ["31 days", []],
  ["29 days", ["within 30 days"]],
  ["15 days", ["within 30 days"]],
  ["13 days", ["within 14 days"]],
  ["4 days", ["within 14 days"]],
  ["2 days", ["within 3 days"]],
  ["1 minute", ["within 3 days"]],
  ["-1 minute", ["has expired"]],
])("a certificate that ends in %s", async (time, words) => {
  await endingIn(time);
  expect(await found()).toEqual(words.map((word) => ["LWT2XJSE", word]));
});

test("what was marked as done comes back at the next warning, and goes when the certificate is revoked or taken out", async () => {
  await endingIn("29 days");
  expect(await found()).toHaveLength(1);
  await query("UPDATE attention SET done_at = now()");
  expect(await found()).toEqual([]);
  await query("UPDATE certificates SET valid_to = now() + interval '13 days'");
  expect(await found()).toEqual([["LWT2XJSE", "within 14 days"]]);
  await query("UPDATE certificates SET revoked_from = now() + interval '1 day'");
  expect(await found()).toEqual([]);
  await query("UPDATE certificates SET revoked_from = NULL");
  expect(await found()).toHaveLength(1);
  await query("DELETE FROM certificates");
  expect(await found()).toEqual([]);
});

test("a revocation after the end hides neither the end that comes nor the one that came, until it is revoked", async () => {
  await endingIn("10 days");
  await query("UPDATE certificates SET revoked_from = '2099-01-01'");
  expect(await found()).toEqual([["LWT2XJSE", "within 14 days"]]);
  await query("UPDATE certificates SET valid_to = now() - interval '2 days'");
  expect(await found()).toEqual([["LWT2XJSE", "has expired"]]);
  await query("UPDATE certificates SET revoked_from = now() - interval '1 day'");
  expect(await found()).toEqual([]);
});

test("whoever can't look after certificates isn't shown them", async () => {
  await endingIn("2 days");
  await endingIn("2 days", "REVOKED1", true);
  expect(await found()).toHaveLength(1);
  expect(await shownTo(operator, { rule: "certificate-expiring" })).toEqual([]);
});

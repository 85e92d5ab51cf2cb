import { beforeAll, expect, test } from "vitest";

import { POST as groups } from "@/app/api/desk/directory/groups/route";
import { query } from "@/lib/server/db/client";

import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("support")).cookie;
  // 600 groups of two, and small ones that a list of the largest would end before.
  await query(`INSERT INTO merchants (environment, account_id, account_name, account_group_reference)
    SELECT 'test', 'krn:a:' || g || ':' || n, 'Nordlys', 'Big ' || g FROM generate_series(1, 600) g, generate_series(1, 2) n`);
  await query(`INSERT INTO merchants (environment, account_id, account_name, account_group_reference, account_group_id) VALUES
    ('test', 'krn:a:small', 'Blomster', 'Små Butiker', 'krn:g:K1TTEN'), ('test', 'krn:a:unnamed', 'Små Hus', NULL, 'krn:g:UNNAMED1'),
    ('test', 'krn:a:alone', 'Små Alene', NULL, NULL), ('live', 'krn:a:live', 'Live', 'Små Live', NULL)`);
});

const found = async (text: string) => {
  const { body } = await answered(await groups(browserRequest("/api/desk/directory/groups", "POST", { cookie, body: { environment: "test", text } })));
  return (body as { value: string }[]).map(({ value }) => value);
};

test("any group is found by a part of its reference or its id, however small it is among others", async () => {
  for (const text of ["små", "BUTIK", "butiker sma", "k1tten", "krn:g:K1TTEN"]) expect(await found(text), text).toEqual(["Små Butiker"]);
  expect(await found("unnamed1")).toEqual(["krn:g:UNNAMED1"]);
  expect(await found("big 599")).toEqual(["Big 599"]);
});

test("what only a merchant is called finds no group, nor does an account number; nothing typed finds the largest", async () => {
  for (const text of ["blomster", "alene", "live", "SE4550000000058398257466", "…"]) expect(await found(text), text).toEqual([]);
  const largest = await found("");
  expect(largest).toHaveLength(100);
  expect(largest).not.toContain("Små Butiker");
});

import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { findBy, merchant, shownTo } from "./stage";

withDesk(noKlarna, { DESK_TIME_SCALE: "1" });

let person: SignedIn;
beforeAll(async () => {
  person = await signedIn("finance");
});
beforeEach(async () => {
  for (const table of ["attention", "attention_looks", "enablements", "program_names", "merchants"]) await query(`DELETE FROM ${table}`);
});

const found = () => findBy("program-ending", person);

interface Made {
  readonly id?: string;
  readonly program?: string;
  readonly from?: string;
  /** From now on, as an SQL interval. */
  readonly ends: string;
  readonly countries?: readonly string[] | null;
  readonly categories?: readonly string[] | null;
}

async function enabled(
  account: string,
  { id = "e", program = "krn:program:in-3", from = "-30 days", ends, countries = ["SE"], categories = ["5712"] }: Made,
): Promise<void> {
  await query(
    `INSERT INTO enablements (environment, account_id, product_id, enablement_id, program_id, countries, categories, effective_from, effective_to, asked_at)
     VALUES ('test', $1, 'krn:product:1', $2, $3, $4, $5, now() + $6::interval, now() + $7::interval, now())`,
    [account, id, program, countries && JSON.stringify(countries), categories && JSON.stringify(categories), from, ends],
  );
}

test("a program that ends within a fortnight is found, by its name and where it ends; one that ends later or has ended isn't", async () => {
  const [soon, later, over, gone] = [await merchant(), await merchant(), await merchant(), await merchant({ missing: true })];
  await query("INSERT INTO program_names (environment, program_id, name) VALUES ('test', 'krn:program:in-3', 'Pay in 3')");
  await enabled(soon, { ends: "13 days 23 hours", countries: ["SE", "NO"] });
  await enabled(later, { ends: "14 days 1 hour" });
  await enabled(over, { ends: "-1 minute" });
  await enabled(gone, { ends: "1 day" });
  expect(await found()).toEqual([soon]);
  const [item] = await shownTo(person);
  expect(item?.reason).toMatch(/^Pay in 3 ends in Norway and Sweden on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
});

test("of many countries the first are named, and none where it is every one", async () => {
  const [many, every] = [await merchant(), await merchant()];
  await enabled(many, { ends: "1 day", countries: ["SE", "NO", "DK", "FI"] });
  await enabled(every, { ends: "1 day", countries: null });
  await found();
  const reasons = (await shownTo(person)).map(({ reason }) => reason.replace(/ on .*/, "")).sort();
  expect(reasons).toEqual(["krn:program:in-3 ends in Denmark, Finland and 2 more countries", "krn:program:in-3 ends in every country"]);
});

test("one that another takes over from isn't found, where that one holds at the same places and without a gap", async () => {
  const followed = [
    { countries: ["NO", "SE"], categories: ["5712"] },
    { countries: null, categories: null },
  ];
  for (const scope of followed) {
    const account = await merchant();
    await enabled(account, { ends: "3 days" });
    await enabled(account, { id: "next", from: "2 days", ends: "300 days", ...scope });
  }
  const alone = [{ countries: ["NO"] }, { categories: ["5661"] }, { program: "krn:program:other" }, { from: "4 days" }, { ends: "2 days 1 hour" }];
  const expected: string[] = [];
  for (const parts of alone) {
    const account = await merchant();
    expected.push(account);
    await enabled(account, { ends: "3 days" });
    await enabled(account, { id: "next", from: "2 days", ends: "300 days", ...parts });
  }
  expect([...new Set(await found())]).toEqual(expected.sort());
});

test("goes by itself when a later end is set, and comes anew when that is near", async () => {
  const account = await merchant();
  await enabled(account, { ends: "3 days" });
  expect(await found()).toEqual([account]);
  await query("UPDATE attention SET done_at = now()");
  await query("UPDATE enablements SET effective_to = now() + interval '4 days'");
  expect(await found()).toEqual([account]);
  await query("UPDATE enablements SET effective_to = now() + interval '400 days'");
  expect(await found()).toEqual([]);
});

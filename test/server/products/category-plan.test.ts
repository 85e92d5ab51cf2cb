import { beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { categoryFit } from "@/lib/server/products/category-fit";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const one = { account_id: "krn:partner:global:account:test:CATEGORY", product_id: "krn:product:1" };
const enablement = { payment_program_enablement_id: "e", payment_program_id: "krn:program:1", enablement_criteria: { customer_countries: ["SE"] } };

beforeEach(async () => {
  await query("DELETE FROM merchants");
  await query("INSERT INTO merchants (environment, account_id, state, products, seen_at) VALUES ('test', $1, 'OPERATIONAL', $2, now())", [
    one.account_id,
    JSON.stringify([{ product_id: one.product_id, distribution_profile_id: "krn:profile:1" }]),
  ]);
});

/** A plan of so many pages, which offers what is enabled on the first of them. */
function planned(pages: number, versionOf: (page: number) => number = () => 2): void {
  klarna.script = ({ path }) => {
    const url = new URL(path, "http://klarna");
    if (path.includes("enablements")) return { body: JSON.stringify({ payment_program_enablements: [enablement] }) };
    if (path.includes("profiles")) return { body: JSON.stringify([{ distribution_profile_id: "krn:profile:1", payment_program_plan_id: "krn:plan:1" }]) };
    if (!path.includes("payment-program-plans")) return { body: JSON.stringify({ payment_program_id: "krn:program:1", payment_program_name: "Pay in 3" }) };
    const page = Number(url.searchParams.get("starting_after") ?? 1);
    const payment_programs = [{ payment_program_id: `krn:program:${page}`, customer_country: "SE" }];
    const plan = { payment_program_plan_id: "krn:plan:1", version: versionOf(page), payment_programs };
    return { body: JSON.stringify({ ...plan, pagination: { last_item: page < pages ? String(page + 1) : null } }) };
  };
}

const fitting = async () => (await categoryFit({ environment: "test", ...one, code: "5732" })).enablements.map(({ fits }) => fits);

test("a plan is held against a category once it was read to its end; one that goes on after 20 pages isn't taken as whole", async () => {
  planned(20);
  expect(await fitting()).toEqual(["yes"]);
  planned(21);
  expect(await fitting()).toEqual(["unknown"]);
});

test("a plan whose version changes while it is read says nothing", async () => {
  planned(2, (page) => page);
  expect(await fitting()).toEqual(["unknown"]);
});

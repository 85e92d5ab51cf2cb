import { expect, it } from "vitest";
import { catalogueOf } from "@/emulator/catalogue/catalogue";
import { pricePlans } from "@/emulator/catalogue/price-plans";
import { programPlans } from "@/emulator/catalogue/program-plans";
import { query } from "@/lib/server/db/client";
import { touched } from "@/lib/server/pricing/touched";
import { touchedMerchants } from "@/lib/server/pricing/touched-merchants";
import { withDesk } from "../harness/desk";
import { startTestEmulator } from "../harness/emulator";

withDesk(startTestEmulator);

const product = (profile: string, code: string) => ({ distribution_profile_id: profile, merchant_category_code: code });

async function plant(id: string, products: readonly object[] | null, environment = "test") {
  await query("INSERT INTO merchants (environment, account_id, account_name, products) VALUES ($1, $2, $3, $4)", [
    environment,
    `krn:${id}`,
    `Shop ${id}`,
    products && JSON.stringify(products),
  ]);
}

it("finds the merchants with one product that is both under the profile and in the category", async () => {
  await plant("a", [product("p1", "5411")]);
  await plant("b", [product("p1", "5912"), product("p2", "5411")]);
  await plant("c", [product("p2", "5912"), product("p1", "5411"), product("p1", "5651")]);
  await plant("d", null);
  await plant("e", []);
  await plant("f", [product("p1", "5411")], "live");
  const found = async (profiles: readonly string[], categories?: readonly string[]) =>
    (await touchedMerchants("test", { profiles, categories })).merchants.map(({ account_id }) => account_id);
  expect(await found(["p1"], ["5411"])).toEqual(["krn:a", "krn:c"]);
  expect(await found(["p1"], ["5411", "5912"])).toEqual(["krn:a", "krn:b", "krn:c"]);
  expect(await found(["p1"])).toEqual(["krn:a", "krn:b", "krn:c"]);
  expect(await found(["p2", "p1"], ["5411"])).toEqual(["krn:a", "krn:b", "krn:c"]);
  expect(await found([])).toEqual([]);
  expect(await found(["p1"], [])).toEqual([]);
  const { merchants, total } = await touchedMerchants("test", { profiles: ["p1"], categories: ["5411", "5651"] });
  expect(total).toBe(2);
  expect(merchants[1]).toMatchObject({ account_name: "Shop c", categories: ["5411", "5651"], profiles: ["p1"] });
});

it("goes through all of them, each once, a page at a time", async () => {
  for (let at = 0; at < 230; at += 1) await plant(`many-${at}`, [product("p9", "5411")]);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await touchedMerchants("test", { profiles: ["p9"], categories: undefined }, after);
    expect(page.total).toBe(230);
    seen.push(...page.merchants.map(({ account_id }) => account_id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen.length).toBe(230);
  expect(new Set(seen).size).toBe(230);
});

it("tells what a coming version of a price plan changes, and whom", async () => {
  const [plan] = pricePlans;
  const profiles = catalogueOf("test").profiles.filter(({ price_plan_id }) => price_plan_id === plan?.price_plan_id);
  const carrier = profiles[0]?.distribution_profile_id ?? "";
  await plant("carrier", [product(carrier, "5411")]);
  await plant("carrier-elsewhere", [product(carrier, "1711")]);
  const answer = await touched({ environment: "test", kind: "price", plan: plan?.price_plan_id ?? "", before: 2, version: 3 });
  // Every rate of the emulator's next version is another one: 26 categories, 12 markets, 5 programs.
  expect(answer.changes).toBe(26 * 12 * 5);
  expect(answer.categories).toHaveLength(26);
  expect(answer.profiles.map(({ id }) => id).sort()).toEqual(profiles.map(({ distribution_profile_id }) => distribution_profile_id).sort());
  expect(answer.merchants.map(({ account_id }) => account_id)).toEqual(["krn:carrier"]);
  expect((await touched({ environment: "test", kind: "price", plan: plan?.price_plan_id ?? "", before: 2, version: 2 })).total).toBe(0);
});

it("tells what a coming version of a program plan changes, and whom", async () => {
  const [plan] = programPlans;
  const profiles = catalogueOf("test").profiles.filter(({ payment_program_plan_id }) => payment_program_plan_id === plan?.payment_program_plan_id);
  const carrier = profiles[0]?.distribution_profile_id ?? "";
  await plant("programs", [product(carrier, "5942")]);
  await plant("programs-elsewhere", [product(carrier, "1711")]);
  const change = (before: number, version: number) =>
    touched({ environment: "test", kind: "program", plan: plan?.payment_program_plan_id ?? "", before, version });
  const answer = await change(2, 3);
  // In each of its 26 categories one program needs an approval in the Netherlands, and another isn't there in Denmark any more.
  expect(answer.changes).toBe(26 * 2);
  expect(answer.categories).toHaveLength(26);
  expect(answer.categories.every(({ changes }) => changes === 2)).toBe(true);
  expect(answer.profiles.map(({ id }) => id).sort()).toEqual(profiles.map(({ distribution_profile_id }) => distribution_profile_id).sort());
  const ids = answer.merchants.map(({ account_id }) => account_id);
  expect(ids).toContain("krn:programs");
  expect(ids).not.toContain("krn:programs-elsewhere");
  // The second version brought one program, in all 12 countries.
  expect((await change(1, 2)).changes).toBe(26 * 12);
  expect(await change(2, 2)).toMatchObject({ changes: 0, total: 0 });
});

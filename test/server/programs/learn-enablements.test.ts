import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { query } from "@/lib/server/db/client";
import { eraseMerchant } from "@/lib/server/keeping/erase";
import { learn } from "@/lib/server/merchants/learn";
import { merchantsWith } from "@/lib/server/programs/merchants";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";

withDesk(noKlarna);

const account_id = "krn:partner:global:account:test:PROGRAM1";
const product_id = "krn:product:1";
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds));
const enablement = (id: string, parts: object = {}) => ({
  ...{
    payment_program_enablement_id: id,
    payment_program_id: "krn:program:in-3",
    effective_from: "2026-01-01T00:00:00Z",
    effective_to: "2099-01-01T00:00:00Z",
  },
  enablement_criteria: { customer_countries: ["se"], merchant_category_codes: ["5712"] },
  ...parts,
});
const list = (items: readonly unknown[], second: number, params: Readonly<Record<string, string>> = { account_id, product_id }) =>
  learn({ environment: "test", operation: paymentProgramEnablements.list, params, answer: { payment_program_enablements: items }, askedAt: at(second) });
const change = (answer: object, second: number) =>
  learn({ environment: "test", operation: paymentProgramEnablements.update, params: { account_id, product_id }, answer, askedAt: at(second) });
const known = () =>
  query<{ id: string; to: string | null; countries: readonly string[] | null; categories: readonly string[] | null }>(
    `SELECT enablement_id AS id, to_char(effective_to AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS to, countries, categories FROM enablements ORDER BY enablement_id`,
  );
const ids = async () => (await known()).map(({ id }) => id);

let admin: SignedIn;
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  for (const table of ["enablements", "enablement_reads", "program_names", "merchants", "erased_merchants"]) await query(`DELETE FROM ${table}`);
});

describe("the desk keeps a product's enablements", () => {
  test("as the list has them: what it doesn't name any more is gone", async () => {
    await list([enablement("a"), enablement("b")], 1);
    expect(await known()).toEqual([
      { id: "a", to: "2099-01-01", countries: ["SE"], categories: ["5712"] },
      { id: "b", to: "2099-01-01", countries: ["SE"], categories: ["5712"] },
    ]);
    await list([enablement("b", { effective_to: "2027-01-01T00:00:00Z", enablement_criteria: {} })], 2);
    expect(await known()).toEqual([{ id: "b", to: "2027-01-01", countries: null, categories: null }]);
    await list([], 3);
    expect(await ids()).toEqual([]);
  });

  test("and each that is created or changed, without touching the others", async () => {
    await list([enablement("a")], 1);
    await change(enablement("b"), 2);
    await change(enablement("a", { effective_to: "2027-01-01T00:00:00Z" }), 3);
    expect((await known()).map(({ id, to }) => [id, to])).toEqual([
      ["a", "2027-01-01"],
      ["b", "2099-01-01"],
    ]);
  });

  test("by what was asked for last: a list that is late takes nothing back", async () => {
    await change(enablement("b", { effective_to: "2027-01-01T00:00:00Z" }), 5);
    await list([enablement("a"), enablement("b")], 4);
    expect((await known()).map(({ id, to }) => [id, to])).toEqual([
      ["a", "2099-01-01"],
      ["b", "2027-01-01"],
    ]);
    await list([], 4);
    expect(await ids()).toEqual(["b"]);
  });

  test("of each product for itself, and never of one that can't be told", async () => {
    await list([enablement("a")], 1);
    await list([enablement("a"), enablement("c")], 1, { account_id, product_id: "krn:product:2" });
    await list([enablement("d")], 1, { account_id, product_id: "default" });
    await list([], 2);
    expect(await ids()).toEqual(["a", "c"]);
  });

  test("whatever stands among them: what has no id isn't kept, and what can't be a time is open", async () => {
    await list([null, 7, {}, enablement("a", { effective_to: "soon", enablement_criteria: "everywhere" }), enablement("a")], 1);
    expect(await ids()).toEqual(["a"]);
    await learn({
      environment: "test",
      operation: paymentProgramEnablements.list,
      params: { account_id, product_id },
      answer: { payment_program_enablements: "none" },
      askedAt: at(2),
    });
    expect(await ids()).toEqual(["a"]);
  });

  test("until the merchant is erased, and then never again", async () => {
    await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1)", [account_id]);
    await list([enablement("a")], 1);
    await eraseMerchant("test", account_id, { personId: admin.id, role: "admin" });
    expect(await ids()).toEqual([]);
    await list([enablement("a")], 2);
    expect(await ids()).toEqual([]);
    expect(await query("SELECT FROM enablement_reads")).toEqual([]);
  });
});

test("what programs are called is learned from every answer that says it, and the latest name counts", async () => {
  const names = () => query("SELECT program_id, name FROM program_names ORDER BY 1");
  const listed = [{ payment_program_id: "p", payment_program_name: "Pay in 3" }, { payment_program_id: "q", payment_program_name: "" }, null];
  await learn({
    environment: "test",
    operation: paymentPrograms.listForProduct,
    params: { account_id, product_id },
    answer: { payment_programs: listed },
    askedAt: at(1),
  });
  expect(await names()).toEqual([{ program_id: "p", name: "Pay in 3" }]);
  await learn({
    environment: "test",
    operation: paymentPrograms.get,
    params: {},
    answer: { payment_program_id: "p", payment_program_name: "Pay in N" },
    askedAt: at(2),
  });
  expect(await names()).toEqual([{ program_id: "p", name: "Pay in N" }]);
});

test("the merchants that have a program are those whose enablement isn't over, the one that ends first before the others", async () => {
  await query("INSERT INTO merchants (environment, account_id, account_name) VALUES ('test', $1, 'Åkerbär')", [account_id]);
  await list(
    [enablement("over", { effective_to: "2026-01-02T00:00:00Z" }), enablement("later"), enablement("sooner", { effective_to: "2098-01-01T00:00:00Z" })],
    1,
  );
  const { merchants, total } = await merchantsWith("test", "krn:program:in-3");
  expect([total, merchants.map(({ merchant, effective_to }) => [merchant, effective_to?.slice(0, 4)])]).toEqual([
    2,
    [
      ["Åkerbär", "2098"],
      ["Åkerbär", "2099"],
    ],
  ]);
  expect(await merchantsWith("live", "krn:program:in-3")).toEqual({ merchants: [], total: 0 });
});

import { beforeAll, describe, expect, test } from "vitest";

import { type DirectoryQuery, everything, type SortKey } from "@/lib/desk/directory";
import { accounts } from "@/lib/klarna/operations/accounts";
import { query } from "@/lib/server/db/client";
import { countMerchants } from "@/lib/server/merchants/counts";
import { listMerchants, searchMerchants } from "@/lib/server/merchants/directory";
import { directoryInput } from "@/lib/server/merchants/directory-input";
import { exportPages } from "@/lib/server/merchants/export";
import { learn } from "@/lib/server/merchants/learn";

import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

const id = (end: string) => `krn:partner:global:account:test:${end}`;
const merchants = [
  { end: "SK0NHET1", account_name: "Skönhet i Göteborg", account_reference: "SE-10001", account_group_reference: "nordisk-handel", host: "skonhet.example" },
  { end: "N0RDLYS1", account_name: "Nordlys Keramik", account_reference: "NO-10002", number: "556016-0680", host: "www.nordlys-keramik.example" },
  { end: "N0RDLYS2", account_name: "Bottega Nordlys", account_reference: "IT-10003", state: "DISABLED" },
  { end: "N0RDLYS3", account_name: "Nordlyshuset", account_reference: "NO-100022", country: "NO" },
  { end: "GREEK001", account_name: "Ελληνικά Γλυκά", account_reference: null },
  { end: "KYRILLIC", account_name: "Магазин Чай", account_reference: null },
  { end: "JAPAN001", account_name: "東京商店", account_reference: null },
  { end: "ELSEWISE", account_name: "L’Oréal & Søn ÆØÅ", account_reference: "DK-10005" },
  { end: "S0LE0001", account_name: "Åsas Garn", number: "790512-9990", form: "SOLE_TRADER" },
];
const iban = "SE4550000000058398257466";

beforeAll(async () => {
  for (const merchant of merchants) {
    const { end, host, number, form = "LIMITED_LIABILITY_COMPANY", country = "SE", ...given } = merchant as Record<string, string>;
    const business_information = { business_entity_type: form, registration_number: number, operating_address: { country } };
    const settlement_information = end === "N0RDLYS1" ? { bank_accounts: [{ iban }] } : {};
    const answer = {
      ...{
        account_id: id(end ?? ""),
        state: "OPERATIONAL",
        products: [{ product_id: `krn:product:${end}`, state: "ENABLED", merchant_category_code: "5719" }],
        ...given,
      },
      channel: { websites: host ? [{ urls: [`https://${host}/shop?a=b`] }] : [] },
      extra_account_data: { business_information, settlement_information },
    };
    await learn({ environment: "test", operation: accounts.get, params: {}, answer, askedAt: new Date() });
  }
  await query("INSERT INTO merchants (environment, account_id, account_name) VALUES ('live', 'krn:live', 'Nordlys in LIVE')");
});

const found = async (text: string, more: Partial<DirectoryQuery> = {}) =>
  (await listMerchants("test", { ...everything, ...more, text })).merchants.map(({ account_name }) => account_name);

describe("a merchant is found", () => {
  test.each([
    ["skonhet", "without its accents"],
    ["SKÖNHET", "in capitals"],
    ["sko\u0308nhet", "with an accent that is a character of its own"],
    ["goteborg skonhet", "by words in another order"],
    ["skönh", "by the beginning of a word"],
    ["önhet", "by a part of a word"],
    ["se-10001", "by its reference"],
    ["SE10001", "by its reference without the hyphen"],
    ["sk0nhet1", "by the end of its id"],
    [id("SK0NHET1"), "by its id"],
    ["krn:product:SK0NHET1", "by the id of its product"],
    [id("SK0NHTE1"), "by its id with two letters changed round"],
    [id("SK0NXET1"), "by its id with a wrong letter"],
    ["https://www.skonhet.example/else", "by an address on its website"],
    ["skonhet.example", "by its domain"],
    ["nordisk-handel", "by its group"],
    ["skonhte", "with two letters changed round"],
    ["skonnhet", "with a letter too many"],
    ["sknhet", "with a letter missing"],
    ["sklnhet", "with a wrong letter"],
    ["skonhte gotenborg", "with a mistake in each word"],
  ])("%s: %s", async (text) => {
    expect(await found(text)).toEqual(["Skönhet i Göteborg"]);
  });

  test("by all of a name that begins with initials: it is no address", async () => {
    expect(await found("N.O. Keramik")).toEqual(["Nordlys Keramik"]);
    expect(await found("N.O. Ingenting")).toEqual([]);
    expect(await found("https://www.nordlys-keramik.example/a/b.html?c=d#e")).toEqual(["Nordlys Keramik"]);
  });

  test("by letters of other alphabets, and by how they sound in ours", async () => {
    for (const text of ["Ελληνικά", "ελληνικα", "ellinika", "glyka"]) expect(await found(text), text).toEqual(["Ελληνικά Γλυκά"]);
    for (const text of ["магазин", "magazin"]) expect(await found(text), text).toEqual(["Магазин Чай"]);
    expect(await found("東京")).toEqual(["東京商店"]);
    for (const text of ["l'oreal", "LOREAL", "son", "aeoa"]) expect(await found(text), text).toEqual(["L’Oréal & Søn ÆØÅ"]);
  });

  test("by a company's number, however it is written; a sole trader's isn't kept", async () => {
    for (const text of ["556016-0680", "5560160680", "556016"]) expect(await found(text), text).toEqual(["Nordlys Keramik"]);
    for (const text of ["790512-9990", "7905129990"]) expect(await found(text), text).toEqual([]);
    expect(await query("SELECT 1 FROM merchants WHERE merchants::text LIKE '%9990%'")).toEqual([]);
  });

  test("by its IBAN, whole; and not by a part of one or with a wrong check digit", async () => {
    for (const text of [iban, "se45 5000 0000 0583 9825 7466"]) expect(await found(text), text).toEqual(["Nordlys Keramik"]);
    for (const text of ["SE4550000000058398257467", "SE455000000005839825"]) expect(await found(text), text).toEqual([]);
  });
});

test("what is meant most likely comes first: whole words, then beginnings, each by name", async () => {
  expect(await found("nordlys")).toEqual(["Nordlys Keramik", "Bottega Nordlys", "Nordlyshuset"]);
  expect(await found("no-10002")).toEqual(["Nordlys Keramik", "Nordlyshuset"]);
  expect(await found("n")).toEqual(["Nordlys Keramik", "Nordlyshuset", "Bottega Nordlys", "Skönhet i Göteborg"]);
});

test("what isn't there isn't found: nothing alike, only punctuation, or in the other environment", async () => {
  for (const text of ["zzzzqqqq", "%", "_", "\\", "--", "krn:partner:global:account:test:NOBODY", "LIVE"]) expect(await found(text), text).toEqual([]);
  expect(await found("   ")).toHaveLength(merchants.length);
});

test("a list says when nothing is spelt as it was typed, also if what is spelt so is filtered out", async () => {
  const spelling = async (asked: Partial<DirectoryQuery>) => (await listMerchants("test", { ...everything, ...asked })).spelling;
  expect(await spelling({ text: "skonhet" })).toBe("typed");
  expect(await spelling({ text: "skonhte" })).toBe("similar");
  expect(await spelling({ text: id("SK0NHTE1") })).toBe("similar");
  expect(await countMerchants("test", { ...everything, text: id("SK0NHTE1") })).toMatchObject({ total: 1 });
  expect(await found("skonhet", { filters: { state: ["DISABLED"] } })).toEqual([]);
  expect(await spelling({ text: "skonhet", filters: { state: ["DISABLED"] } })).toBe("typed");
});

test("a list is narrowed, by several at once; values of one filter are alternatives", async () => {
  expect(await found("", { filters: { state: ["DISABLED"] } })).toEqual(["Bottega Nordlys"]);
  expect(await found("", { filters: { country: ["NO"], state: ["OPERATIONAL"] } })).toEqual(["Nordlyshuset"]);
  expect(await found("nordlys", { filters: { country: ["NO", "SE"], product: ["ENABLED", "DISABLED"], category: ["5719"] } })).toHaveLength(3);
  expect(await found("", { filters: { product: ["DISABLED"] } })).toEqual([]);
  expect(await found("", { filters: { group: ["nordisk-handel"] } })).toEqual(["Skönhet i Göteborg"]);
  expect(await found("", { days: { seen: 1, first_seen: 7, changed: 7 } })).toHaveLength(merchants.length);
  await query("UPDATE merchants SET changed_at = now() - interval '8 days' WHERE account_id <> $1", [id("SK0NHET1")]);
  expect(await found("", { days: { changed: 7 } })).toEqual(["Skönhet i Göteborg"]);
});

test("a list is narrowed to what nobody has seen for some days: also what was never read, once it is known for so long", async () => {
  const unseen = (days: number) => found("", { days: { unseen: days }, filters: { country: ["ZZ"] } });
  await query(
    `INSERT INTO merchants (environment, account_id, account_name, country, seen_at, first_seen_at) VALUES
     ('test', 'krn:z1', 'Seen', 'ZZ', now() - interval '6 days', now() - interval '1 year'), ('test', 'krn:z2', 'Unseen', 'ZZ', now() - interval '31 days', now() - interval '1 year'),
     ('test', 'krn:z3', 'New', 'ZZ', NULL, now() - interval '6 days'), ('test', 'krn:z4', 'Never read', 'ZZ', NULL, now() - interval '31 days')`,
  );
  expect([...(await unseen(7))].sort()).toEqual(["Never read", "Unseen"]);
  expect([...(await unseen(5))].sort()).toEqual(["Never read", "New", "Seen", "Unseen"]);
  expect(await unseen(90)).toEqual([]);
  const asked = directoryInput.parse({ environment: "test", asked: { ...everything, days: { unseen: 7 }, filters: { country: ["ZZ"] } } });
  const exported: string[] = [];
  for await (const page of exportPages("test", asked.asked)) exported.push(...page.map(({ account_id }) => account_id));
  expect(exported.sort()).toEqual(["krn:z2", "krn:z4"]);
  await query("DELETE FROM merchants WHERE country = 'ZZ'");
});

test("the counts say what each state would give, and the total what the list has", async () => {
  const counts = (asked: Partial<DirectoryQuery>) => countMerchants("test", { ...everything, ...asked });
  expect(await counts({})).toEqual({ total: 9, states: { OPERATIONAL: 8, DISABLED: 1 } });
  expect(await counts({ filters: { state: ["DISABLED"] } })).toEqual({ total: 1, states: { OPERATIONAL: 8, DISABLED: 1 } });
  expect(await counts({ text: "nordlys" })).toEqual({ total: 3, states: { OPERATIONAL: 2, DISABLED: 1 } });
  expect(await counts({ text: "skonhte" })).toEqual({ total: 1, states: { OPERATIONAL: 1 } });
  expect(await counts({ text: "skonhet", filters: { state: ["DISABLED"] } })).toEqual({ total: 0, states: { OPERATIONAL: 1 } });
});

describe("every way to sort is read to the end, page by page, each merchant once and in order", () => {
  const orders = (["relevance", "name", "reference", "group", "country", "first_seen", "seen", "changed"] satisfies SortKey[]).flatMap((key) =>
    [false, true].map((descending) => ({ key, descending })),
  );
  test.each(orders)("%o", async (sort) => {
    for (const text of ["", "n", "nrodlys"]) {
      const whole = await found(text, { sort });
      const paged: (string | null)[] = [];
      let after: string | undefined;
      do {
        const page = await listMerchants("test", { ...everything, text, sort }, { after, limit: 1 });
        paged.push(...page.merchants.map(({ account_name }) => account_name));
        after = page.next ?? undefined;
      } while (after !== undefined && paged.length < 50);
      expect(paged, text).toEqual(whole);
      expect(new Set(paged).size).toBe(paged.length);
      if (text === "") expect(paged).toHaveLength(merchants.length);
    }
  });
});

test("what has nothing to be sorted by comes last, whichever way it is sorted", async () => {
  for (const descending of [false, true]) {
    const last = (await found("", { sort: { key: "reference", descending } })).slice(-4);
    expect(new Set(last)).toEqual(new Set(["Ελληνικά Γλυκά", "Магазин Чай", "東京商店", "Åsas Garn"]));
  }
  expect((await found("", { sort: { key: "name", descending: false } })).slice(0, 3)).toEqual(["Åsas Garn", "Bottega Nordlys", "Ελληνικά Γλυκά"]);
});

test("a palette gets the few best", async () => {
  expect((await searchMerchants("test", "nordlys", 2)).map(({ account_name }) => account_name)).toEqual(["Nordlys Keramik", "Bottega Nordlys"]);
});

import { describe, expect, it } from "vitest";

import { compareMerchants } from "@/components/merchants/compare/comparison";
import { isMasked } from "@/components/merchants/compare/rows";
import { hidden, mask } from "@/lib/klarna/sensitive";

import { compare, differences, names, partsIn, rowsIn } from "./compared";

const blomster = {
  account_id: "krn:partner:global:account:test:BL0M5TER",
  account_name: "Blomster",
  account_reference: "SE-1",
  account_group_reference: "blomster-group",
  state: "OPERATIONAL",
  state_reason: "SETUP_COMPLETE",
  account_owner: { given_name: "Åsa", email: "asa@blomster.example" },
  products: [
    { product_id: "p1", type: "PAYMENT", distribution_profile_id: "krn:profile:1", merchant_category_code: "5992", state: "ENABLED", state_reason: "APPROVED" },
  ],
  channel: {
    websites: [
      { website_id: "w1", website_reference: "main", urls: ["https://blomster.example"], website_name: "Blomster" },
      { website_id: "w2", website_reference: "b2b", urls: ["https://b2b.blomster.example"] },
    ],
    collections: [{ collection_id: "c1", collection_reference: "shops", support_contact: { email: "hej@blomster.example" }, social_media_links: [] }],
  },
  extra_account_data: {
    account_information: { account_created_from_ip: "192.0.2.7", account_created_at: "2026-01-02T03:04:05Z" },
    business_information: { business_entity_type: "LIMITED_LIABILITY_COMPANY", operating_address: { city: "Stockholm", country: "SE" } },
    beneficiary_information: { stakeholders: [{ stakeholder_id: "s1", given_name: "Torkel", date_of_birth: "1979-••-••", roles: ["OWNER"] }] },
    settlement_information: {
      settlement_enabled: true,
      bank_accounts: [{ bank_account_id: "b1", account_holder: "Blomster AB", bic: "NDEASESSXXX", iban: "SE•• •••• 7466" }],
    },
  },
};

describe("two merchants beside each other", () => {
  it("differ in nothing when they are the same, but for what is masked: that may differ", () => {
    expect(differences(compare(blomster, structuredClone(blomster)))).toEqual([]);
    expect(rowsIn(compare(blomster, blomster), "masked")).toEqual(["Payouts and bank accounts/IBAN"]);
  });

  it("differ where they differ, in the desk's words", () => {
    const other = structuredClone(blomster);
    Object.assign(other, { account_name: "Blomster Väst", state: "DISABLED", state_reason: "NON_COMPLIANT" });
    other.extra_account_data.business_information.operating_address.city = "Göteborg";
    first(other.extra_account_data.settlement_information.bank_accounts).iban = "SE•• •••• 0001";
    Object.assign(first(other.products), { merchant_category_code: "5712", state: "DISABLED", state_reason: "FRAUD_BY_PARTNER" });
    expect(differences(compare(blomster, other))).toEqual([
      "Account/Name: Blomster | Blomster Väst",
      "Account/State: Operational | Disabled by Klarna",
      "Account/Klarna's reason: Setup complete | Non compliant",
      "Business/Operating address: City: Stockholm | Göteborg",
      "Products/Merchant category: Florists (5992) | 5712",
      "Products/State: Enabled | Disabled by your team",
      "Products/Klarna's reason: Approved | Fraud by partner",
      "Payouts and bank accounts/IBAN: SE•• •••• 7466 | SE•• •••• 0001",
    ]);
  });

  it("tell a moment as the file does, and to the second where nothing else differs", () => {
    const other = structuredClone(blomster);
    const at = (moment: string) => {
      other.extra_account_data.account_information.account_created_at = moment;
      return differences(compare(blomster, other));
    };
    expect(at("2024-10-11T20:30:00.000Z")).toEqual(["Sign-up/Signed up at: 2 Jan 2026, 03:04 UTC | 11 Oct 2024, 20:30 UTC"]);
    expect(at("2026-01-02T03:04:59Z")).toEqual(["Sign-up/Signed up at: 2026-01-02T03:04:05Z | 2026-01-02T03:04:59Z"]);
  });

  it("never differ in the ids that Klarna gave to their parts, nor in the order of a list", () => {
    const other = structuredClone(blomster);
    other.account_id = "krn:partner:global:account:test:OTHER";
    first(other.products).product_id = "p9";
    other.channel.websites.reverse();
    for (const website of other.channel.websites) website.website_id += "9";
    first(other.channel.collections).collection_id = "c9";
    expect(differences(compare(blomster, other))).toEqual([]);
  });

  it("name a website's brand as the one is called that its id names", () => {
    const tied = (channel_collection_id?: string) => {
      const one = structuredClone(blomster);
      Object.assign(one.channel.websites[0] ?? {}, { channel_collection_reference: "old", ...(channel_collection_id && { channel_collection_id }) });
      return one;
    };
    expect(differences(compare(tied(), tied("c1")))).toEqual(["Websites/Brand: old | shops"]);
  });

  it("pair websites by address or reference, brands by reference, products by type and profile, and say what only one has", () => {
    const other = structuredClone(blomster);
    other.channel.websites = [
      { website_id: "x", website_reference: "b2b", urls: ["https://handel.example"] },
      { website_id: "y", website_reference: "other", urls: ["https://blomster.example"], website_name: "Blomster" },
      { website_id: "z", website_reference: "third", urls: ["https://third.example"] },
    ];
    other.channel.collections.push({ ...first(other.channel.collections), collection_reference: "markets" });
    const sections = compare(blomster, other);
    const shown = (title: string) => partsIn(sections, title).map((part) => `${part.title} (${part.only ?? "both"})`);
    expect(shown("Websites")).toEqual(["Website: https://blomster.example (both)", "Website (both)", "Website: https://third.example (right)"]);
    expect(shown("Brands")).toEqual(["Brand: shops (both)", "Brand: markets (right)"]);
    expect(shown("Products")).toEqual(["Product: Standard (both)"]);
    expect(differences(sections)).toContain("Websites/Reference: main | other");
    expect(differences(sections)).toContain("Websites/Addresses:  | https://third.example");
  });

  it("hold a lone one against a lone one, whatever their keys", () => {
    const other = structuredClone(blomster);
    first(other.products).distribution_profile_id = "krn:profile:2";
    expect(differences(compare(blomster, other))).toEqual(["Products/Distribution profile: Standard | krn:profile:2"]);
  });

  it("count people and their roles, and take nothing else of them", () => {
    const other = structuredClone(blomster);
    other.extra_account_data.beneficiary_information.stakeholders.push({
      stakeholder_id: "s2",
      given_name: "Solveig",
      date_of_birth: "1980-••-••",
      roles: ["OWNER", "LEGAL_REPRESENTATIVE"],
    });
    const sections = compare(blomster, other);
    expect(differences(sections)).toEqual(["People/How many: 1 | 2", "People/As owner: 1 | 2", "People/As legal representative: 0 | 1"]);
    expect(JSON.stringify(sections)).not.toMatch(/Torkel|Solveig|1979|1980/);
  });

  it("keep owner and people from whoever may not see them", () => {
    const sections = compareMerchants({ left: blomster, right: blomster, names, seesPeople: false });
    expect(sections.filter(({ hidden }) => hidden).map(({ title }) => title)).toEqual(["Owner", "People"]);
    expect(JSON.stringify(sections)).not.toMatch(/Åsa|asa@|Torkel/);
  });

  it("show what nobody knows yet, under Klarna's name for it, and odd things as they came", () => {
    const odd = { ...blomster, loyalty_tier: "GOLD", channel: { ...blomster.channel, apps: [{ store: "x", live: true }] }, products: "soon" };
    const sections = compare(odd, blomster);
    const account = partsIn(sections, "Account").flatMap(({ rows }) => rows);
    expect(account.find(({ path }) => path === "loyalty_tier")).toMatchObject({
      label: "loyalty_tier",
      named: false,
      left: ["GOLD"],
      right: [],
      verdict: "differs",
    });
    expect(account.find(({ path }) => path === "channel.apps")).toMatchObject({ left: ["store: x, live: Yes"] });
    expect(account.find(({ path }) => path === "products")).toMatchObject({ left: ["soon"] });
    expect(partsIn(sections, "Products")[0]).toMatchObject({ only: "right" });
  });

  it("claim nothing while one side isn't read", () => {
    const sections = compare(blomster, undefined);
    const rows = sections.flatMap(({ parts }) => parts.flatMap((part) => part.rows));
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(["unread"]));
    expect(sections.flatMap(({ parts }) => parts.flatMap(({ only }) => only ?? []))).toEqual([]);
    expect(rows.find(({ path }) => path === "account_name")).toMatchObject({ left: ["Blomster"], right: undefined });
  });

  it("know every mask that the desk's server makes, and no value", () => {
    for (const masked of [hidden, mask("date", "1979-05-12"), mask("tail", "SE4550000000058398257466"), mask("tail", "19790512-9990"), mask("tail", "123")])
      expect(isMasked(masked), masked).toBe(true);
    for (const value of ["Blomster ••• Shop", "• •", "SE4550000000058398257466", "", "7466"]) expect(isMasked(value), value).toBe(false);
  });
});

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error("There is none.");
  return item;
}

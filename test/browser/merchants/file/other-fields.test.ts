import { describe, expect, it } from "vitest";

import { otherFields } from "@/components/merchants/file/other-fields";

const names = (...given: Parameters<typeof otherFields>) => otherFields(...given).map(({ name, value }) => `${name}: ${value}`);

describe("what nobody knows of a part", () => {
  it("is shown, beside and within the fields that the reference names", () => {
    const business = { business_name: "Blomster", new_in_r9: { inside: 1 }, operating_address: { city: "Solna", floor_plan: "B7", country: "SE" }, gone: null };
    expect(names("businessInformation", business)).toEqual(['new_in_r9: {"inside":1}', "operating_address.floor_plan: B7"]);
    expect(names("stakeholders", { stakeholder_id: "krn:1", national_identification: { number: "1", kind: "PASSPORT" } })).toEqual([
      "national_identification.kind: PASSPORT",
    ]);
    expect(names("collections", { collection_id: "krn:1", branding: { logo_url: "https://a.example", dark_logo_url: "https://b.example" } })).toEqual([
      "branding.dark_logo_url: https://b.example",
    ]);
  });

  it("is shown of each in a list", () => {
    expect(
      names("collections", {
        social_media_links: [
          { provider: "X", url: "https://x.example" },
          { provider: "Y", followers: 7 },
        ],
      }),
    ).toEqual(["social_media_links.1.followers: 7"]);
  });

  it("is shown of the account too, and of what holds its parts, without the parts themselves", () => {
    const account = {
      ...{ account_id: "krn:1", state: "OPERATIONAL", account_owner: { given_name: "Åsa", title: "Dr" }, risk_tier: "B" },
      channel: { websites: [{ website_id: "krn:w" }], collections: [], kiosks: 2 },
      extra_account_data: { business_information: { business_name: "x", odd: 1 }, beneficiary_information: { stakeholders: [], board: "two-tier" } },
    };
    expect(names("accounts", account)).toEqual([
      "account_owner.title: Dr",
      "risk_tier: B",
      "channel.kiosks: 2",
      "extra_account_data.beneficiary_information.board: two-tier",
    ]);
  });

  it("holds a bank account's type when it isn't the only one there is, and nothing that stands elsewhere", () => {
    expect(names("bankAccounts", { bank_account_id: "krn:1", bank_account_type: "IBAN" })).toEqual([]);
    expect(names("bankAccounts", { bank_account_id: "krn:1", bank_account_type: "ABA" })).toEqual(["bank_account_type: ABA"]);
    expect(names("settlementInformation", { settlement_enabled: true, bank_accounts: [{}], payouts_delay_days: 2 })).toEqual(["payouts_delay_days: 2"]);
  });

  it("is shown where something has another shape than the reference says", () => {
    expect(names("businessInformation", { operating_address: "Verkstadsgatan 4, Stockholm" })).toEqual(["operating_address: Verkstadsgatan 4, Stockholm"]);
  });
});

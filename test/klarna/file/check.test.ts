import { describe, expect, it } from "vitest";

import { checkPart } from "@/lib/klarna/file/check";
import { valuesOf } from "@/lib/klarna/file/values";

const german = {
  business_name: "Blumen GmbH",
  registration_number: "HRB 12345",
  registration_authority: "Amtsgericht München",
  registration_address: { country: "DE" },
};
const start = valuesOf("businessInformation", german);
const check = (changed: object, from = start) => checkPart("businessInformation", "update", from, { ...from, ...changed });

describe("a part, before it is sent", () => {
  it("may be changed field by field, each as Klarna takes it", () => {
    expect(check({ business_name: "Blumen und Söhne GmbH" })).toEqual({});
    expect(Object.keys(check({ business_name: "x".repeat(81) }))).toEqual(["business_name"]);
    expect(Object.keys(check({ business_name: "" }))).toEqual(["business_name"]);
  });

  it("has a German number with its court", () => {
    expect(Object.keys(check({ registration_authority: "" }))).toContain("registration_authority");
    const without = valuesOf("businessInformation", { registration_address: { country: "DE" } });
    expect(check({ registration_number: "HRB 12345" }, without)).toEqual({ registration_authority: expect.stringContaining("local court") });
    expect(check({ registration_number: "HRB 12345", registration_authority: "Amtsgericht Köln" }, without)).toEqual({});
  });

  it("has a company number as its country writes it, by the number's name there", () => {
    expect(check({ registration_number: "12345" })).toEqual({ registration_number: expect.stringContaining("Handelsregisternummer") });
    expect(check({ "registration_address.country": "DK" })).toEqual({ registration_number: expect.stringContaining("CVR") });
    expect(check({ "registration_address.country": "DK", registration_number: "12345678" })).toEqual({});
  });

  it("has nothing wrong that nobody changed: what stands at Klarna is no reason not to change something else", () => {
    const odd = valuesOf("businessInformation", {
      ...german,
      registration_number: "as it came",
      business_entity_type: "OF_TOMORROW",
      operating_address: { city: "Solna" },
    });
    expect(check({ "operating_address.city": "Nacka" }, odd)).toEqual({});
  });

  it("may operate in another country with the number that stands: where it is registered decides", () => {
    const odd = valuesOf("businessInformation", { ...german, registration_authority: undefined });
    expect(check({ "operating_address.country": "AT" }, odd)).toEqual({});
    const unregistered = { ...odd, "registration_address.country": "", "operating_address.country": "DE" };
    expect(check({ "operating_address.country": "DK" }, unregistered)).toEqual({ registration_number: expect.stringContaining("CVR") });
  });

  it("has many addresses, and says which of them is wrong", () => {
    const website = valuesOf("websites", { urls: ["https://a.example"] });
    const faulty = { ...website, urls: "https://a.example\n\nftp://b.example\nhttps://c.example" };
    expect(checkPart("websites", "update", website, faulty)).toEqual({ urls: expect.stringMatching(/^Address 2: Write a web address/) });
  });

  it("is checked whole where it is new", () => {
    const none = valuesOf("bankAccounts", {});
    expect(Object.keys(checkPart("bankAccounts", "create", none, none)).sort()).toEqual(["bic", "iban"]);
    expect(checkPart("bankAccounts", "create", none, { ...none, iban: "NO93 8601 1117 947", bic: "DNBANOKKXXX" })).toEqual({});
    expect(Object.keys(checkPart("bankAccounts", "create", none, { ...none, iban: "NO93 8601 1117 948", bic: "DNBANOKKXXX" }))).toEqual(["iban"]);
  });
});

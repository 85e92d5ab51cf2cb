import { describe, expect, it } from "vitest";

import { fieldWords, shownValue } from "@/components/merchants/file/field-words";
import { regionOptions } from "@/components/operation/regions";
import { fieldRow } from "@/lib/klarna/file/fields";
import type { PartResource } from "@/lib/klarna/file/parts";
import { type Values, valuesOf } from "@/lib/klarna/file/values";

const row = (resource: PartResource, name: string) => {
  const found = fieldRow(resource, name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const label = (name: string, values: Values) => fieldWords("businessInformation", row("businessInformation", name), values).label;
const inCountry = (country: string) => ({ "registration_address.country": country });

describe("what a field is called where its country has its own word", () => {
  it.each([
    ["US", "State", "ZIP code"],
    ["CA", "Province or territory", "Postal code"],
    ["AU", "State or territory", "Postcode"],
    ["SE", "Region", "Postal code"],
  ])("in %s an address has a %s and a %s", (country, region, postalCode) => {
    expect(label("registration_address.region", inCountry(country))).toBe(region);
    expect(label("registration_address.postal_code", inCountry(country))).toBe(postalCode);
  });

  it("is the name of the company number, and of the German court", () => {
    expect(label("registration_number", inCountry("AT"))).toBe("Company number (Firmenbuchnummer)");
    expect(label("registration_number", inCountry("DK"))).toBe("Company number (CVR)");
    expect(label("registration_authority", inCountry("DE"))).toBe("Local court");
    expect(label("registration_authority", inCountry("SE"))).toBe("Registration authority");
  });
});

describe("the regions of a country", () => {
  it("are all its states, provinces or territories, each once, by the code that an address has", () => {
    for (const [country, count] of [
      ["US", 56],
      ["CA", 13],
      ["AU", 8],
    ] as const) {
      const codes = regionOptions(country)?.map(({ value }) => value) ?? [];
      expect([codes.length, new Set(codes).size], country).toEqual([count, count]);
      expect(codes.every((code) => /^[A-Z]{2,3}$/.test(code))).toBe(true);
    }
    expect(regionOptions("us")).toBe(regionOptions("US"));
    expect(regionOptions("SE")).toBeUndefined();
  });

  it("are read by their names, and one that nobody knows as it came", () => {
    const shown = (region: string, country: string) => {
      const values = valuesOf("businessInformation", { operating_address: { region, country } });
      return shownValue(row("businessInformation", "operating_address.region"), region, values);
    };
    expect([shown("QC", "CA"), shown("QC", "AU"), shown("Skåne", "SE")]).toEqual(["Quebec", "QC", "Skåne"]);
  });
});

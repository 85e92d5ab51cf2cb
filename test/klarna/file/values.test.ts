import { describe, expect, it } from "vitest";

import { changeBody, newBody, partRows } from "@/lib/klarna/file/contract";
import { fieldRow, fileFields, fullLabel } from "@/lib/klarna/file/fields";
import { itemsIn, partIn, partKey, partOf, partResources } from "@/lib/klarna/file/parts";
import { changedRows, valuesOf, writtenValue } from "@/lib/klarna/file/values";

const address = { street_address: "Verkstadsgatan 4", city: "Stockholm", country: "SE" };

describe("a merchant's file", () => {
  it("has every field that Klarna's reference lets somebody change, and no other", () => {
    const ours = (resource: (typeof partResources)[number]) => [...new Set(fileFields[resource].map(({ name }) => name.split(".")[0]))].sort();
    const klarnas = (resource: (typeof partResources)[number]) =>
      Object.keys((partRows[resource].update.body as unknown as { shape: object }).shape).filter(
        (name) => !["products", "channel", "extra_account_data", "bank_account_type", "channel_collection_reference"].includes(name),
      );
    for (const resource of partResources) expect(ours(resource), resource).toEqual(klarnas(resource).sort());
  });

  it("names each part by a key, and finds it again by that", () => {
    const parts = [{ resource: "accounts" }, { resource: "stakeholders", id: "krn:a b" }] as const;
    for (const part of parts) expect(partOf(partKey(part))).toEqual({ id: undefined, ...part });
    for (const key of ["stakeholders", "accounts x", "secrets", "__proto__", "constructor a"]) expect(partOf(key)).toBeUndefined();
  });

  it("reads what isn't as the reference says without failing", () => {
    for (const odd of [
      undefined,
      null,
      3,
      "x",
      [],
      { channel: null },
      { channel: { websites: "none" } },
      { channel: { websites: [null, 4, { urls: 3 }, { website_id: 9 }] } },
    ])
      expect(itemsIn(odd, "websites")).toEqual([]);
    expect(partIn({ extra_account_data: { business_information: ["odd"] } }, { resource: "businessInformation" })).toBeUndefined();
    const values = valuesOf("websites", { website_id: "w", urls: ["https://a.example", 7], website_name: { odd: true } });
    expect(values).toMatchObject({ urls: "https://a.example", website_name: "" });
  });

  it("calls a value changed only when it would be sent differently", () => {
    const start = valuesOf("bankAccounts", { iban: "SE4550000000058398257466", bic: "NDEASESSXXX" });
    expect(changedRows("bankAccounts", start, { ...start, iban: " se45 5000 0000 0583 9825 7466", account_holder: "  " })).toEqual([]);
    expect(changedRows("bankAccounts", start, { ...start, iban: "NO9386011117947" }).map(fullLabel)).toEqual(["IBAN"]);
    const person = valuesOf("stakeholders", { roles: ["OWNER", "LEGAL_REPRESENTATIVE"] });
    expect(changedRows("stakeholders", person, { ...person, roles: ["LEGAL_REPRESENTATIVE", "OWNER"] })).toEqual([]);
  });

  it("sends only what changed: an address whole, what Klarna wants in each change as it stands, and no text emptied", () => {
    expect(changeBody("businessInformation", { business_name: "A", operating_address: address }, { "operating_address.city": "Solna" })).toEqual({
      body: { operating_address: { ...address, city: "Solna" } },
      faults: [],
    });
    expect(changeBody("stakeholders", { given_name: "Signe", roles: ["OWNER"] }, { given_name: "Sigrid" }).body).toEqual({
      given_name: "Sigrid",
      roles: ["OWNER"],
    });
    expect(changeBody("businessInformation", { business_name: "A" }, { business_name: undefined }).faults.map(({ path }) => path)).toEqual(["business_name"]);
    expect(newBody("bankAccounts", { iban: "NO9386011117947", bic: "DNBANOKKXXX", account_holder: undefined })).toEqual({
      iban: "NO9386011117947",
      bic: "DNBANOKKXXX",
      bank_account_type: "IBAN",
    });
  });

  it("writes lists and links without their empty lines", () => {
    const links = fieldRow("collections", "social_media_links");
    const urls = fieldRow("websites", "urls");
    expect(
      links &&
        writtenValue(links, [
          { provider: " X ", url: "" },
          { provider: "", url: " " },
        ]),
    ).toEqual([{ provider: "X" }]);
    expect(urls && writtenValue(urls, " https://a.example \n\n https://b.example")).toEqual(["https://a.example", "https://b.example"]);
  });
});

import { describe, expect, test } from "vitest";
import { businessEntityTypes } from "@/lib/klarna/operations/business-information";
import { operations } from "@/lib/klarna/operations/index";
import { stakeholderRoles } from "@/lib/klarna/operations/stakeholders";
import { issues } from "../issues";

const x = (length: number) => "x".repeat(length);
const address = { street_address: "Verkstadsgatan 4", city: "Stockholm", country: "SE" };

/** One field at a time: values that Klarna takes, and values that it doesn't. */
const limits: readonly (readonly [operation: string, field: string, right: readonly unknown[], wrong: readonly unknown[]])[] = [
  ["credentials.create", "description", ["", "Web-shop: A.B;c, _1", x(100)], [x(101), "Käse", "a\nb", 7]],
  ["credentials.create", "type", ["CLIENT", "API"], ["api", "", null]],
  ["credentials.create", "environment", ["LIVE", "TEST"], ["live", "PROD"]],
  ["certificates.revoke", "revoked_from", ["2021-12-31T23:59:59Z"], ["2021-12-31", "2021-12-31T23:59:59", "NOW"]],
  ["accounts.update", "account_name", [x(255), "Süß"], [x(256), "", " ", "a\tb", 7]],
  ["accounts.update", "account_reference", [x(255)], [x(256), ""]],
  [
    "accounts.update",
    "account_owner",
    [{ email: "a@b.example" }, { phone: "+46701740605" }],
    [{ email: "a" }, { phone: "070" }, { given_name: x(100) }, { title: "Dr" }, null],
  ],
  [
    "accounts.update",
    "products",
    [[{ product_id: "krn:p", merchant_category_code: "5411" }]],
    [[{ merchant_category_code: "5411" }], [{ product_id: "krn:p", merchant_category_code: "5412" }], {}],
  ],
  ["accounts.update", "channel", [{ websites: [{ website_id: "krn:w", website_name: "A" }] }], [{ websites: [{ urls: ["ftp://a"] }] }, { stores: [] }]],
  ["paymentProducts.update", "merchant_category_code", ["0742", "9406"], ["5412", 5411, ""]],
  ["paymentProducts.disable", "reason", ["FRAUD", "VOLUNTARY"], ["FRAUD_BY_PARTNER", ""]],
  ["paymentProducts.disable", "reason_details", ["Closed", x(255)], ["", x(256), "a\nb"]],
  ["paymentProgramEnablements.create", "payment_program_id", ["krn:payment:global:payment:program:1"], ["", "a b"]],
  [
    "paymentProgramEnablements.create",
    "enablement_criteria",
    [{}, { customer_countries: ["SE", "NO"] }],
    [{ customer_countries: ["SWE"] }, { merchant_category_codes: ["5412"] }, { countries: [] }],
  ],
  ["websites.update", "urls", [[], ["https://a.example", "http://b.example"]], [["a.example"], "https://a.example", [null]]],
  ["websites.update", "website_name", [x(80), ""], [x(81)]],
  ["websites.update", "website_reference", [x(80)], [x(81)]],
  ["websites.update", "channel_collection_reference", [x(80)], [x(81)]],
  ["websites.update", "channel_collection_id", ["krn:c"], ["a/b", "..", ""]],
  ["collections.update", "collection_reference", [x(80)], [x(81)]],
  ["collections.update", "branding", [{}, { logo_url: "https://a.example/logo.png" }], [{ logo_url: "logo.png" }, { colour: "red" }]],
  [
    "collections.update",
    "support_contact",
    [{ email: "a@b.example", phone: "+46701740605", contact_form: "https://a.example" }],
    [{ email: "a" }, { phone: "1" }, { contact_form: "a" }],
  ],
  ["collections.update", "social_media_links", [[], [{ provider: "FACEBOOK", url: "https://a.example" }]], [{}, [{ url: "a" }]]],
  ["accountInformation.update", "account_created_from_ip", ["192.0.2.1", "2001:db8::1"], ["localhost", "1.2.3.4.5", null]],
  ["accountInformation.update", "account_created_at", ["2024-01-01T12:00Z"], ["2024-01-01T12:00:00", "2024-02-30T12:00:00Z"]],
  ["businessInformation.update", "business_name", [x(80)], [x(81)]],
  ["businessInformation.update", "business_entity_type", businessEntityTypes, ["LLC", ""]],
  ["businessInformation.update", "registration_authority", [x(255)], [x(256)]],
  ["businessInformation.update", "registration_number", [x(255)], [x(256)]],
  ["businessInformation.update", "tax_registration_number", [x(255)], [x(256)]],
  ["businessInformation.update", "financial_registration_number", [x(255)], [x(256)]],
  ["businessInformation.update", "operating_address", [address, {}], [{ ...address, country: "Sweden" }, { ...address, planet: "Earth" }, "Stockholm"]],
  ["businessInformation.update", "registration_address", [address], [{ ...address, street_address: x(256) }]],
  ["stakeholders.create", "given_name", ["S", x(99)], ["", x(100)]],
  ["stakeholders.create", "family_name", ["H", x(99)], ["", x(100)]],
  ["stakeholders.create", "address", [address], [{ country: "1" }]],
  ["stakeholders.create", "date_of_birth", ["1979-05-12"], ["1979-02-30", "12.05.1979", "9998-01-01"]],
  ["stakeholders.create", "national_identification", [{ number: "19790512-9990", country: "SE" }], [{ country: "Sweden" }, { id: "1" }, "19790512-9990"]],
  ["stakeholders.create", "roles", [[...stakeholderRoles], ["OWNER"]], [[], ["DIRECTOR"], "OWNER"]],
  ["stakeholders.update", "roles", [["OWNER", "CHIEF_OF_TOMORROW"]], [[], ["a role"], "OWNER"]],
  ["settlementInformation.update", "settlement_enabled", [true, false], ["true", 1, null]],
  ["settlementInformation.update", "settlement_enabled_at", ["2024-01-01T12:00:00+01:00"], ["yesterday"]],
  ["bankAccounts.create", "bank_account_type", ["IBAN"], ["ACCOUNT", ""]],
  ["bankAccounts.create", "account_holder", [x(255)], [x(256)]],
  ["bankAccounts.create", "bic", ["NDEASESS", "NDEASEGGXXX"], ["NDEASES", "NDEASESSX"]],
  ["bankAccounts.create", "iban", ["SE4550000000058398257466"], ["SE45 5000 0000 0583 9825 7466", "SE4650000000058398257466"]],
];

describe.each(limits)("%s: %s", (operation, field, right, wrong) => {
  const about = (value: unknown) =>
    issues(operations.get(operation)?.body, { [field]: value }).filter((line) => line.startsWith(`${field}:`) || line.startsWith(`${field}.`));

  test("takes what the reference allows", () => {
    for (const value of right) expect(about(value), JSON.stringify(value)).toEqual([]);
  });

  test("refuses the rest, at the field", () => {
    for (const value of wrong) expect(about(value).length, JSON.stringify(value)).toBeGreaterThan(0);
  });
});

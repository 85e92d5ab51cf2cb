import type { PartResource } from "./parts";

/** How a field is filled in, and so which input it has. `lines` is a list of texts, one a line; `links` a list of networks and addresses. */
export type FieldKind =
  | "text"
  | "code"
  | "email"
  | "phone"
  | "url"
  | "country"
  | "region"
  | "postal-code"
  | "entity-type"
  | "roles"
  | "date"
  | "moment"
  | "yes-no"
  | "lines"
  | "links"
  | "brand";

/** A field of a part of the file: its path in Klarna's own names, what it is called, and how it is filled in. */
export interface FieldRow {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** The heading that it stands under with its neighbours. */
  readonly group?: string;
  readonly help?: string;
  /** Whether Klarna refuses the part without it. */
  readonly required?: true;
}

/** Every field that people read and change, by the part that it belongs to. What Klarna adds of its own is shown, and isn't here. */
export const fileFields: Readonly<Record<PartResource, readonly FieldRow[]>> = {
  accounts: [
    { name: "account_name", label: "Name", kind: "text", required: true, help: "What the merchant is called at Klarna and in lists." },
    {
      name: "account_reference",
      label: "Reference",
      kind: "code",
      required: true,
      help: "Your own name for it. Klarna may refuse one that another account has.",
    },
    ...grouped("Owner", [
      { name: "account_owner.given_name", label: "Given name", kind: "text" },
      { name: "account_owner.family_name", label: "Family name", kind: "text" },
      { name: "account_owner.email", label: "E-mail", kind: "email" },
      { name: "account_owner.phone", label: "Telephone", kind: "phone" },
    ]),
  ],
  businessInformation: [
    { name: "business_name", label: "Registered name", kind: "text", help: "As it stands in the public register." },
    { name: "business_entity_type", label: "Legal form", kind: "entity-type" },
    ...address("registration_address", "Registered address"),
    ...grouped("Numbers", [
      { name: "registration_number", label: "Company number", kind: "code" },
      { name: "registration_authority", label: "Registration authority", kind: "text" },
      { name: "tax_registration_number", label: "Tax number", kind: "code", help: "VAT or sales tax." },
      { name: "financial_registration_number", label: "Financial licence number", kind: "code" },
    ]),
    ...address("operating_address", "Operating address"),
  ],
  accountInformation: [
    { name: "account_created_at", label: "Signed up at", kind: "moment", help: "A day (from 00:00 UTC), or a moment with its zone." },
    { name: "account_created_from_ip", label: "From IP address", kind: "code", help: "IPv4 or IPv6." },
  ],
  stakeholders: [
    { name: "given_name", label: "Given name", kind: "text" },
    { name: "family_name", label: "Family name", kind: "text" },
    { name: "roles", label: "Roles", kind: "roles", required: true },
    { name: "date_of_birth", label: "Date of birth", kind: "date" },
    ...grouped("National id", [
      { name: "national_identification.country", label: "National id of", kind: "country" },
      { name: "national_identification.number", label: "National id", kind: "code", help: "As the country writes it." },
    ]),
    ...address("address", "Home address"),
  ],
  settlementInformation: [
    { name: "settlement_enabled", label: "Payouts are enabled", kind: "yes-no" },
    { name: "settlement_enabled_at", label: "Since", kind: "moment", help: "A day (from 00:00 UTC), or a moment with its zone." },
  ],
  bankAccounts: [
    { name: "iban", label: "IBAN", kind: "code", required: true, help: "Spaces are fine; it is sent without them." },
    { name: "bic", label: "BIC", kind: "code", required: true },
    { name: "account_holder", label: "Account holder", kind: "text" },
  ],
  websites: [
    { name: "urls", label: "Addresses", kind: "lines", help: "One a line. The base address is enough: https://example.com." },
    { name: "website_name", label: "Name", kind: "text" },
    { name: "website_reference", label: "Reference", kind: "code" },
    { name: "channel_collection_id", label: "Brand", kind: "brand" },
  ],
  collections: [
    { name: "collection_reference", label: "Reference", kind: "code", help: "Websites are tied to the brand by it." },
    ...grouped("Pictures", [
      { name: "branding.logo_url", label: "Logo", kind: "url" },
      { name: "branding.icon_url", label: "Icon", kind: "url" },
      { name: "branding.feature_image_url", label: "Feature image", kind: "url" },
    ]),
    ...grouped("Support", [
      { name: "support_contact.email", label: "Support e-mail", kind: "email" },
      { name: "support_contact.phone", label: "Support phone", kind: "phone" },
      { name: "support_contact.contact_form", label: "Contact form", kind: "url" },
    ]),
    { name: "social_media_links", label: "Social media", kind: "links" },
  ],
};

/** The row of a field; undefined for one that the file doesn't have. */
export function fieldRow(resource: PartResource, name: string): FieldRow | undefined {
  return fileFields[resource].find((row) => row.name === name);
}

/** What a field is called where its heading isn't near: `Operating address: City`. */
export function fullLabel({ label, group }: FieldRow): string {
  return group === undefined || group === "Numbers" || group === "National id" ? label : `${group}: ${label}`;
}

function grouped(group: string, rows: readonly FieldRow[]): readonly FieldRow[] {
  return rows.map((row) => ({ ...row, group }));
}

/** A postal address; its country comes first, since it decides how the rest is written. */
function address(name: string, group: string): readonly FieldRow[] {
  return grouped(group, [
    { name: `${name}.country`, label: "Country", kind: "country" },
    { name: `${name}.street_address`, label: "Street and number", kind: "text" },
    { name: `${name}.street_address2`, label: "Floor, suite, c/o", kind: "text" },
    { name: `${name}.postal_code`, label: "Postal code", kind: "postal-code" },
    { name: `${name}.city`, label: "City", kind: "text" },
    { name: `${name}.region`, label: "Region", kind: "region" },
  ]);
}

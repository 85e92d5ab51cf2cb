/** A code of Klarna's in words: `LIMITED_LIABILITY_COMPANY` → "Limited liability company". */
export function inWords(code: string): string {
  const words = code.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the field at a path is called in the wizard. */
export function fieldLabel(path: string): string {
  const names = path.split(".").filter((part) => !/^\d+$/.test(part));
  const [last = "", parent = ""] = [names.at(-1), names.at(-2)];
  return labels[`${parent}.${last}`] ?? labels[last] ?? inWords(last);
}

const labels: Readonly<Record<string, string>> = {
  account_reference: "Reference",
  account_name: "Name",
  account_group_reference: "Group reference",
  account_created_at: "Signed up at",
  account_created_from_ip: "From IP address",
  email: "E-mail",
  business_name: "Registered name",
  business_entity_type: "Legal form",
  registration_number: "Company number",
  tax_registration_number: "Tax number",
  financial_registration_number: "Financial licence number",
  registration_address: "Registered address",
  street_address: "Street and number",
  street_address2: "Floor, suite, c/o",
  address: "Home address",
  stakeholders: "Person",
  national_identification: "National id",
  "national_identification.number": "National id",
  "national_identification.country": "National id of",
  settlement_enabled: "Payouts are enabled",
  settlement_enabled_at: "Since",
  bank_accounts: "Bank account",
  iban: "IBAN",
  bic: "BIC",
  collections: "Brand",
  collection_reference: "Reference",
  logo_url: "Logo",
  icon_url: "Icon",
  feature_image_url: "Feature image",
  "support_contact.email": "Support e-mail",
  "support_contact.phone": "Support phone",
  contact_form: "Contact form",
  social_media_links: "Social media",
  provider: "Network",
  "social_media_links.url": "Address",
  websites: "Website",
  urls: "Address",
  website_name: "Name",
  website_reference: "Reference",
  channel_collection_reference: "Brand",
  products: "Product",
  distribution_profile_id: "Distribution profile",
  merchant_category_code: "Merchant category",
};

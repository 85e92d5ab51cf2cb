/**
 * The wizard's form: an onboarding in Klarna's own names and nesting, each leaf as it stands in its field. What isn't Klarna's
 * is in camelCase. A list's one item is the pattern of all its items.
 */
const pattern = {
  account_reference: "",
  account_name: "",
  account_group_reference: "",
  account_owner: { given_name: "", family_name: "", email: "", phone: "" },
  products: [{ distribution_profile_id: "", merchant_category_code: "" }],
  channel: {
    collections: [
      {
        collection_reference: "",
        branding: { logo_url: "", icon_url: "", feature_image_url: "" },
        support_contact: { email: "", phone: "", contact_form: "" },
        social_media_links: [{ provider: "", url: "" }],
      },
    ],
    websites: [{ website_name: "", website_reference: "", urls: [""], channel_collection_reference: "" }],
  },
  extra_account_data: {
    account_information: { account_created_at: "", account_created_from_ip: "" },
    business_information: {
      business_name: "",
      business_entity_type: "",
      registration_authority: "",
      registration_number: "",
      tax_registration_number: "",
      financial_registration_number: "",
      registration_address: address(),
      operating_address: address(),
    },
    beneficiary_information: {
      stakeholders: [
        { given_name: "", family_name: "", roles: [""], date_of_birth: "", national_identification: { country: "", number: "" }, address: address() },
      ],
    },
    settlement_information: { settlement_enabled: "", settlement_enabled_at: "", bank_accounts: [{ iban: "", bic: "", account_holder: "" }] },
  },
  operatesElsewhere: false,
};

export type OnboardingForm = typeof pattern;
export type AddressForm = ReturnType<typeof address>;

/** A form with nothing in it but a place for a product and, since every merchant has one, for a website. */
export function emptyForm(): OnboardingForm {
  return { ...(fit(pattern, {}) as OnboardingForm), products: [emptyItem.product()], channel: { collections: [], websites: [emptyItem.website()] } };
}

/** A new entry of each list. */
export const emptyItem = {
  product: () => blank(pattern.products[0]),
  website: () => ({ ...blank(pattern.channel.websites[0]), urls: [""] }),
  collection: () => blank(pattern.channel.collections[0]),
  socialMediaLink: () => blank(pattern.channel.collections[0]?.social_media_links[0]),
  person: () => blank(pattern.extra_account_data.beneficiary_information.stakeholders[0]),
  bankAccount: () => blank(pattern.extra_account_data.settlement_information.bank_accounts[0]),
};

/** The form that a draft holds, be it saved by the wizard or copied from a merchant. What doesn't fit the form is left out. */
export function formOf(content: unknown): OnboardingForm {
  if (typeof content !== "object" || content === null || Object.keys(content).length === 0) return emptyForm();
  const form = fit(pattern, content) as OnboardingForm;
  const { registration_address, operating_address } = form.extra_account_data.business_information;
  return {
    ...form,
    products: [form.products[0] ?? emptyItem.product()],
    operatesElsewhere: "operatesElsewhere" in content ? form.operatesElsewhere : isElsewhere(operating_address, registration_address),
  };
}

/** The country that the merchant works in, as far as it is filled in; "" before. */
export function countryIn({
  operatesElsewhere,
  extra_account_data: { business_information: business },
}: Pick<OnboardingForm, "operatesElsewhere" | "extra_account_data">): string {
  return (operatesElsewhere && business.operating_address.country) || business.registration_address.country;
}

/** The country whose register numbers the company: where it is registered or, as long as that isn't filled in, where it works. */
export function registerCountryIn(form: Pick<OnboardingForm, "operatesElsewhere" | "extra_account_data">): string {
  return form.extra_account_data.business_information.registration_address.country || countryIn(form);
}

function address() {
  return { country: "", street_address: "", street_address2: "", postal_code: "", city: "", region: "" };
}

function isElsewhere(operating: AddressForm, registration: AddressForm): boolean {
  return Object.values(operating).some(Boolean) && JSON.stringify(operating) !== JSON.stringify(registration);
}

function blank<Item>(item: Item): NonNullable<Item> {
  return fit(item, undefined) as NonNullable<Item>;
}

function fit(like: unknown, value: unknown): unknown {
  if (typeof like === "string") return typeof value === "string" ? value : "";
  if (typeof like === "boolean") return value === true;
  if (Array.isArray(like)) return Array.isArray(value) ? value.map((item) => fit(like[0], item)) : [];
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return Object.fromEntries(Object.entries(like as object).map(([name, field]) => [name, fit(field, Object.hasOwn(given, name) ? given[name] : undefined)]));
}

import { joined, list, record, type Shown, text, texts } from "./as-sent";

/** What the merchant's page shows of an account beyond what the directory keeps. A text that is missing or empty is undefined. */
export interface AccountDetails {
  readonly owner: { readonly name: Shown; readonly email: Shown; readonly phone: Shown };
  readonly business: {
    readonly name: Shown;
    readonly legalForm: Shown;
    readonly number: Shown;
    readonly authority: Shown;
    readonly taxNumber: Shown;
    readonly financialNumber: Shown;
    readonly operatingAddress: Address;
    readonly registrationAddress: Address;
  };
  readonly websites: readonly { readonly name: Shown; readonly reference: Shown; readonly brand: Shown; readonly urls: readonly string[] }[];
  readonly brands: readonly { readonly reference: Shown; readonly email: Shown; readonly phone: Shown; readonly links: readonly string[] }[];
  /** Why a product is in its state, as somebody wrote it, by product id. */
  readonly productNotes: ReadonlyMap<string, string>;
}

/** A postal address, line by line; its country is a code. Empty when nothing was given. */
export interface Address {
  readonly lines: readonly string[];
  readonly country: Shown;
}

/**
 * Reads an account as Klarna sent it. Answers are kept even where they aren't what the reference says, so nothing is taken for
 * granted here: what can't be shown as a text is left out, and one odd part never costs the page.
 */
export function accountDetails(answer: unknown): AccountDetails {
  const account = record(answer);
  const owner = record(account.account_owner);
  const channel = record(account.channel);
  const business = record(record(account.extra_account_data).business_information);
  return {
    owner: { name: joined(" ", owner.given_name, owner.family_name), email: text(owner.email), phone: text(owner.phone) },
    business: {
      name: text(business.business_name),
      legalForm: text(business.business_entity_type),
      number: text(business.registration_number),
      authority: text(business.registration_authority),
      taxNumber: text(business.tax_registration_number),
      financialNumber: text(business.financial_registration_number),
      operatingAddress: address(business.operating_address),
      registrationAddress: address(business.registration_address),
    },
    websites: list(channel.websites).map((one) => website(one, list(channel.collections))),
    brands: list(channel.collections).map(brand),
    productNotes: new Map(list(account.products).map(record).flatMap(note)),
  };
}

function website(given: unknown, brands: readonly unknown[]): AccountDetails["websites"][number] {
  const { website_name, website_reference, channel_collection_reference, urls } = record(given);
  const brand = brandById(given, brands) ?? text(channel_collection_reference);
  return { name: text(website_name), reference: text(website_reference), brand, urls: texts(urls) };
}

/** What the brand is called that a website's id of it names: the reference that it was once tied by may be an older brand's. Undefined where it names none. */
export function brandById(website: unknown, brands: readonly unknown[]): Shown {
  const id = text(record(website).channel_collection_id);
  const brand = id && brands.map(record).find(({ collection_id }) => collection_id === id);
  return brand ? (text(brand.collection_reference) ?? id) : undefined;
}

function brand(given: unknown): AccountDetails["brands"][number] {
  const { collection_reference, support_contact, social_media_links, branding } = record(given);
  const { email, phone, contact_form } = record(support_contact);
  const { logo_url, icon_url, feature_image_url } = record(branding);
  const social = list(social_media_links).map((link) => record(link).url);
  return {
    reference: text(collection_reference),
    email: text(email),
    phone: text(phone),
    links: texts([contact_form, ...social, logo_url, icon_url, feature_image_url]),
  };
}

function note({ product_id, state_context }: Record<string, unknown>): readonly (readonly [string, string])[] {
  const [id, details] = [text(product_id), text(record(state_context).reason_details)];
  return id && details ? [[id, details]] : [];
}

function address(given: unknown): Address {
  const { street_address, street_address2, postal_code, city, region, country } = record(given);
  return { lines: texts([street_address, street_address2, joined(" ", postal_code, city), region]), country: text(country) };
}

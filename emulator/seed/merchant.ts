import type { Random } from "../random";
import { type Account, krn, type Piece, type Product } from "../state/account";
import type { World } from "../state/world";
import { ibanOf } from "./check-digits";
import { countries } from "./countries/countries";
import type { Country } from "./countries/country";
import { person, postalAddress, slug } from "./person";

const groups = ["nordisk-handel", "alpen-und-rhein", "mare-nostrum"] as const;
const groupOfCountry: Readonly<Record<string, (typeof groups)[number]>> = {
  ...{ SE: groups[0], NO: groups[0], DK: groups[0], FI: groups[0], DE: groups[1], AT: groups[1], NL: groups[1] },
  ...{ BE: groups[1], FR: groups[2], ES: groups[2], IT: groups[2], GB: groups[2] },
};
const forms: Readonly<Record<string, string>> = {
  ...{ "": "SOLE_TRADER", "e.K.": "SOLE_TRADER", "e.U.": "SOLE_TRADER", Tmi: "SOLE_TRADER", SCOP: "COOPERATIVE" },
  ...{
    "A/S": "PUBLIC_LIMITED_COMPANY",
    ASA: "PUBLIC_LIMITED_COMPANY",
    Oyj: "PUBLIC_LIMITED_COMPANY",
    "N.V.": "PUBLIC_LIMITED_COMPANY",
    SA: "PUBLIC_LIMITED_COMPANY",
  },
  ...{ "S.A.": "PUBLIC_LIMITED_COMPANY", "S.p.A.": "PUBLIC_LIMITED_COMPANY", PLC: "PUBLIC_LIMITED_COMPANY" },
  ...{ Handelsbolag: "PARTNERSHIP", "GmbH & Co. KG": "PARTNERSHIP", OG: "PARTNERSHIP", "V.O.F.": "PARTNERSHIP", "S.n.c.": "PARTNERSHIP", LLP: "PARTNERSHIP" },
};

/** The merchant of a place in the list: countries in turn, then each country's businesses, then their branches. */
export function merchant(random: Random, world: World, index: number): Account {
  const country = countries[index % countries.length] ?? countries[0];
  const round = Math.floor(index / countries.length);
  const [business, form, category] = country.businesses[round % country.businesses.length] ?? country.businesses[0] ?? ["", "", ""];
  const branch = Math.floor(round / country.businesses.length);
  const name = branch === 0 ? business : `${business} ${branch + 1}`;
  const host = `${slug(name)}.example`;
  const owner = person(random, country, host);
  const account_id = krn.account(world.environment, accountTail(random));
  return {
    ...{ account_id, account_reference: `${country.code}-${10_000 + index}`, account_name: name, account_owner: owner.contact },
    ...(round % 2 === 0 ? groupOf(random, world, country) : {}),
    ...{ state: "OPERATIONAL", state_reason: "SETUP_COMPLETE" },
    products: productsOf(random, world, index, category),
    ...channel(random, name, host, country),
    stakeholders: [owner.stakeholder, ...(index % 3 === 0 ? [person(random, country, host).stakeholder] : [])],
    bank_accounts: [bankAccount(random, country, name), ...(index % 9 === 4 ? [bankAccount(random, country, name)] : [])],
    enablements: {},
    account_information: index % 7 === 6 ? {} : { account_created_from_ip: `192.0.2.${random.between(1, 254)}`, account_created_at: moment(random) },
    business_information: businessInformation(random, country, `${name} ${form}`.trim(), forms[form] ?? "LIMITED_LIABILITY_COMPANY"),
    settlement_information: { settlement_enabled: index % 11 !== 10, settlement_enabled_at: moment(random) },
  };
}

function accountTail(random: Random): string {
  return Array.from({ length: 8 }, () => random.pick([..."0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"])).join("");
}

function groupOf(random: Random, world: World, { code }: Country): Pick<Account, "account_group_id" | "account_group_reference"> {
  const reference = groupOfCountry[code] ?? groups[0];
  const known = world.groups.get(reference) ?? krn.group(random.uuid());
  world.groups.put(reference, known);
  return { account_group_id: known, account_group_reference: reference };
}

const details = { reason_details: "Chargebacks above the agreed share in three weeks" };
const klarna = { reason_details: "Decision of Klarna's risk and compliance team", compliance_decision_id: "0b6f3a52-8c1d-4e7a-b5f4-92d1c3e8a760" };
const conditions: Readonly<Record<number, Pick<Product, "state" | "state_reason" | "state_context">>> = {
  3: { state: "DISABLED", state_reason: "FRAUD_BY_PARTNER", state_context: details },
  7: { state: "DISABLED", state_reason: "VOLUNTARY_BY_PARTNER", state_context: { reason_details: "Closed for renovation until further notice" } },
  11: { state: "DISABLED", state_reason: "FRAUDULENT_BEHAVIOUR", state_context: klarna },
  13: { state: "TERMINATED", state_reason: "PROHIBITED_OR_RESTRICTED_SEGMENT", state_context: klarna },
};

function productsOf(random: Random, { catalogue }: World, index: number, merchant_category_code: string): readonly Product[] {
  const distribution_profile_id =
    (["5812", "7011", "7230"].includes(merchant_category_code) ? catalogue.profiles[2] : random.pick(catalogue.profiles))?.distribution_profile_id ?? "";
  const product = (): Product => ({
    ...{ product_id: krn.products(random.uuid()), type: "PAYMENT", distribution_profile_id, merchant_category_code },
    ...(conditions[index % 18] ?? { state: "ENABLED", state_reason: "APPROVED" }),
  });
  return index % 20 === 5 ? [product(), product()] : [product()];
}

function channel(random: Random, name: string, host: string, country: Country): Pick<Account, "websites" | "collections"> {
  const shop = `https://www.${host}`;
  const collection_id = krn.collections(random.uuid());
  const social_media_links = [{ provider: "INSTAGRAM", url: `https://social.example/${slug(name)}` }];
  const branding = { logo_url: `${shop}/brand/logo.svg`, icon_url: `${shop}/brand/icon.png`, feature_image_url: `${shop}/brand/shop.jpg` };
  const support_contact = {
    email: `service@${host}`,
    phone: `${country.dial}${random.between(2, 9)}${random.digits(country.subscriber - 1)}`,
    contact_form: `${shop}/contact`,
  };
  const website = { website_id: krn.websites(random.uuid()), urls: [shop], website_name: name, website_reference: slug(name) };
  return {
    collections: [{ collection_id, collection_reference: "main", branding, support_contact, social_media_links }],
    websites: [{ ...website, channel_collection_reference: "main", channel_collection_id: collection_id }],
  };
}

function bankAccount(random: Random, { code, banks, bban }: Country, account_holder: string): Piece {
  const bank = random.pick(banks);
  return { bank_account_id: krn.bank_accounts(random.uuid()), bank_account_type: "IBAN", account_holder, bic: bank, iban: ibanOf(code, bban(random, bank)) };
}

function businessInformation(random: Random, country: Country, business_name: string, business_entity_type: string): Piece {
  const registration_number = country.companyNumber(random);
  const address = postalAddress(random, country);
  const registration_authority = country.authority?.(address.city);
  const tax_registration_number = country.taxNumber?.(registration_number);
  const numbers = { registration_authority, registration_number, tax_registration_number };
  return { business_name, business_entity_type, ...numbers, operating_address: address, registration_address: address };
}

function moment(random: Random): string {
  return new Date(Date.UTC(2023, random.between(0, 23), random.between(1, 28), random.between(6, 20), random.between(0, 59))).toISOString();
}

import type { Emulated } from "./emulator";

/** A complete onboarding of a made-up merchant; what is given replaces its parts. */
export async function onboarding({ call }: Emulated, parts: Readonly<Record<string, unknown>> = {}) {
  const { body: profiles } = await call("GET", "/v2/distribution/products/payment/profiles");
  return {
    account_reference: "M-1",
    account_name: "Gröna Rummet",
    account_owner: { given_name: "Åsa", family_name: "Lind", email: "asa.lind@grona-rummet.example", phone: "+46701740605" },
    products: [{ type: "PAYMENT", distribution_profile_id: profiles[0].distribution_profile_id, merchant_category_code: "5712" }],
    channel: {
      collections: [{ collection_reference: "main" }],
      websites: [{ urls: ["https://grona-rummet.example"], website_name: "Gröna Rummet", channel_collection_reference: "main" }],
    },
    extra_account_data: {
      business_information: { business_name: "Gröna Rummet AB", registration_number: "556036-0793", operating_address: { country: "SE", city: "Umeå" } },
      settlement_information: { settlement_enabled: true, bank_accounts: [bankAccount] },
    },
    ...parts,
  };
}

/** Passes its check digits. */
export const bankAccount = { bank_account_type: "IBAN", account_holder: "Gröna Rummet AB", bic: "NDEASESS", iban: "SE4550000000058398257466" };

/** Onboards a merchant and lets its set-up end. */
export async function operationalMerchant(emulator: Emulated, parts: Readonly<Record<string, unknown>> = {}) {
  const { body } = await emulator.call("POST", "/v2/distribution/onboard", { body: await onboarding(emulator, parts) });
  await emulator.advance(3000);
  const one = `/v2/accounts/${body.account_id}`;
  return { account_id: String(body.account_id), one, product: `${one}/products/payment/default` };
}

/** A whole onboarding as the notes of the reference assemble it. Everybody in it is made up; the numbers pass their check digits. */
export const madeUpOnboarding = {
  account_reference: "M-1042",
  account_name: "Nordlys Keramik",
  account_owner: { given_name: "Signe", family_name: "Holmqvist", email: "signe@nordlys.example", phone: "+46701740605" },
  account_group_reference: "nordlys",
  products: [
    {
      type: "PAYMENT",
      distribution_profile_id: "krn:partner:global:account:distribution-profile:206bbb83-9b6e-46fa-940d-337153c04a58",
      merchant_category_code: "5719",
    },
  ],
  channel: {
    collections: [
      {
        collection_reference: "shops",
        branding: { logo_url: "https://nordlys.example/logo.png" },
        support_contact: { email: "help@nordlys.example", phone: "+46701740606", contact_form: "https://nordlys.example/help" },
        social_media_links: [{ provider: "INSTAGRAM", url: "https://instagram.example/nordlys" }],
      },
    ],
    websites: [{ urls: ["https://nordlys.example"], website_name: "Nordlys", website_reference: "web-1", channel_collection_reference: "shops" }],
  },
  extra_account_data: {
    account_information: { account_created_from_ip: "192.0.2.17", account_created_at: "2024-01-01T12:00:00Z" },
    business_information: {
      business_name: "Nordlys Keramik AB",
      business_entity_type: "LIMITED_LIABILITY_COMPANY",
      registration_number: "556016-0680",
      operating_address: { street_address: "Verkstadsgatan 4", postal_code: "117 36", city: "Stockholm", country: "SE" },
    },
    beneficiary_information: {
      stakeholders: [
        {
          given_name: "Signe",
          family_name: "Holmqvist",
          date_of_birth: "1979-05-12",
          address: { street_address: "Fyrvägen 9", city: "Nacka", country: "SE" },
          national_identification: { number: "19790512-9990", country: "SE" },
          roles: ["OWNER"],
        },
      ],
    },
    settlement_information: {
      settlement_enabled: true,
      settlement_enabled_at: "2024-01-01T12:00:00Z",
      bank_accounts: [{ bank_account_type: "IBAN", account_holder: "Nordlys Keramik AB", bic: "NDEASESSXXX", iban: "SE4550000000058398257466" }],
    },
  },
};

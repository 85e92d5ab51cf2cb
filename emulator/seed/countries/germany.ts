import type { Country } from "./country";

export const germany: Country = {
  code: "DE",
  currency: "EUR",
  dial: "+49",
  subscriber: 10,
  businesses: [
    ["Bäckerei Grünwald & Söhne", "GmbH", "5462"],
    ["Münchner Fahrradwerkstatt", "GmbH", "5940"],
    ["Spielwaren Wunderkiste", "GmbH", "5945"],
    ["Blumen Schäfer", "e.K.", "5992"],
    ["Naturkost Über den Dächern", "GmbH", "5499"],
    ["Kölner Möbelmanufaktur", "GmbH & Co. KG", "5712"],
  ],
  cities: [
    ["München", "80331"],
    ["Köln", "50667"],
    ["Düsseldorf", "40213"],
    ["Göttingen", "37073"],
  ],
  streets: ["Sendlinger Straße", "Königsallee", "Weender Straße", "Brückenstraße", "Am Römerhof"],
  givenNames: ["Jürgen", "Käthe", "Sören", "Ülkü", "Annegret", "Götz"],
  familyNames: ["Grünwald", "Schäfer", "Groß", "Müller-Lüdenscheidt", "Böhm"],
  authority: (city) => `Amtsgericht ${city}`,
  companyNumber: (random) => `HRB ${random.between(10_000, 289_999)}`,
  banks: ["COBADEFF", "DEUTDEDB", "GENODEF1"],
  bban: (random, bank) => `${{ COBADEFF: "37040044", DEUTDEDB: "10070000", GENODEF1: "70169464" }[bank] ?? "37040044"}${random.digits(10)}`,
};

import { luhn } from "../check-digits";
import type { Country } from "./country";

export const sweden: Country = {
  code: "SE",
  currency: "SEK",
  dial: "+46",
  subscriber: 9,
  businesses: [
    ["Skönhet & Hälsa i Göteborg", "AB", "5977"],
    ["Blomsterhörnan Söder", "AB", "5992"],
    ["Norrsken Friluft och Sport", "AB", "5941"],
    ["Åkessons Järn & Färg", "Handelsbolag", "5251"],
    ["Bokhandeln Tre Trappor Upp", "", "5942"],
    ["Tassar & Päls Djurbutik", "AB", "5995"],
  ],
  cities: [
    ["Göteborg", "411 06"],
    ["Stockholm", "118 26"],
    ["Malmö", "211 20"],
    ["Umeå", "903 26"],
  ],
  streets: ["Storgatan", "Östra Hamngatan", "Götgatan", "Västerlånggatan", "Kyrkogatan"],
  givenNames: ["Åsa", "Björn", "Elin", "Fatima", "Gösta", "Maja", "Örjan"],
  familyNames: ["Lindström", "Åkesson", "Nyqvist", "Hägg", "Svärd", "Yılmaz"],
  companyNumber: (random) => {
    const digits = `55${random.between(60, 99)}${random.digits(5)}`;
    return `${digits.slice(0, 6)}-${digits.slice(6)}${luhn(digits)}`;
  },
  taxNumber: (number) => `SE${number.replace("-", "")}01`,
  // The tax agency keeps the serials from 980 on for tests.
  personNumber: (random, birth) => {
    const digits = `${birth.replaceAll("-", "").slice(2)}${random.between(980, 999)}`;
    return `${birth.slice(0, 2)}${digits.slice(0, 6)}-${digits.slice(6)}${luhn(digits)}`;
  },
  banks: ["NDEASESS", "SWEDSESS", "HANDSESS"],
  bban: (random, bank) => `${{ NDEASESS: "300", SWEDSESS: "800", HANDSESS: "600" }[bank] ?? "300"}${random.digits(17)}`,
};

import { modulus11, untilFound, weighted } from "../check-digits";
import type { Country } from "./country";

export const netherlands: Country = {
  code: "NL",
  currency: "EUR",
  dial: "+31",
  subscriber: 9,
  businesses: [
    ["Van der Meer Fietsen", "B.V.", "5940"],
    ["'t Zoete Hoekje", "B.V.", "5441"],
    ["Bloemenatelier De Tulp", "B.V.", "5992"],
    ["Kinderboekwinkel Het Vlindertje", "", "5942"],
    ["Huis & Haard Amsterdam", "N.V.", "5712"],
    ["Drogisterij De Linde", "V.O.F.", "5912"],
  ],
  cities: [
    ["Amsterdam", "1016 EE"],
    ["Utrecht", "3511 LX"],
    ["'s-Hertogenbosch", "5211 JX"],
    ["Groningen", "9712 HB"],
  ],
  streets: ["Prinsengracht", "Oudegracht", "Hinthamerstraat", "Folkingestraat", "Nieuwezijds Voorburgwal"],
  givenNames: ["Joris", "Saskia", "Daniël", "Noë", "Fleur", "Mohammed"],
  familyNames: ["van der Meer", "de Vries", "'t Hart", "Coëlho", "Bakker"],
  companyNumber: (random) => `${random.between(10, 89)}${random.digits(6)}`,
  personNumber: (random) =>
    untilFound(() => {
      // The tax office's own examples begin with four nines.
      const digits = `9999${random.digits(4)}`;
      const check = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      return check === 10 ? undefined : `${digits}${check}`;
    }),
  banks: ["INGBNL2A", "RABONL2U", "ABNANL2A"],
  bban: (random, bank) =>
    untilFound(() => {
      const digits = `0${random.digits(8)}`;
      const check = modulus11(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
      return check && `${bank.slice(0, 4)}${digits}${check}`;
    }),
};

import { untilFound, weighted } from "../check-digits";
import type { Country } from "./country";

export const denmark: Country = {
  code: "DK",
  currency: "DKK",
  dial: "+45",
  subscriber: 8,
  businesses: [
    ["Smørrebrød & Co.", "ApS", "5812"],
    ["Blomsterværkstedet Ærø", "ApS", "5992"],
    ["Københavns Cykelsmedje", "ApS", "5940"],
    ["Strik og Garn i Århus", "ApS", "5949"],
    ["Hyggelig Bolig", "A/S", "5712"],
    ["Legekrogen", "ApS", "5945"],
  ],
  cities: [
    ["København N", "2200"],
    ["Aarhus C", "8000"],
    ["Ærøskøbing", "5970"],
    ["Odense C", "5000"],
  ],
  streets: ["Nørrebrogade", "Søndergade", "Vestergade", "Åboulevarden", "Kongensgade"],
  givenNames: ["Søren", "Mette", "Rasmus", "Kirsten", "Jens"],
  familyNames: ["Møller", "Sørensen", "Bækgaard", "Østergaard", "Holm"],
  companyNumber: (random) =>
    untilFound(() => {
      const digits = `${random.between(10, 43)}${random.digits(6)}`;
      return weighted(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 ? digits : undefined;
    }),
  taxNumber: (number) => `DK${number}`,
  banks: ["DABADKKK", "JYBADKKK"],
  bban: (random, bank) => `${bank === "DABADKKK" ? "3000" : "5047"}${random.digits(10)}`,
};

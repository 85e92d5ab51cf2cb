import { remainder } from "../check-digits";
import type { Country } from "./country";

export const belgium: Country = {
  code: "BE",
  currency: "EUR",
  dial: "+32",
  subscriber: 9,
  businesses: [
    ["Chocolaterie L'Été Indien", "SRL", "5441"],
    ["Boulangerie de la Grand-Place", "SRL", "5462"],
    ["De Gouden Schaar", "BV", "7230"],
    ["Librairie Saint-Géry", "SRL", "5942"],
    ["Fietshuis Gent", "BV", "5940"],
    ["Pharmacie du Cinquantenaire", "SA", "5912"],
  ],
  cities: [
    ["Bruxelles", "1000"],
    ["Gent", "9000"],
    ["Liège", "4000"],
    ["Antwerpen", "2000"],
  ],
  streets: ["Rue du Marché aux Herbes", "Vlaanderenstraat", "Rue Léopold", "Meir", "Place Saint-Géry"],
  givenNames: ["Aurélie", "Wout", "François", "Lieve", "Noémie"],
  familyNames: ["Vandenbroucke", "Lefèbvre", "De Smedt", "Géradin", "Maes"],
  companyNumber: (random) => {
    const digits = `0${random.between(400, 799)}${random.digits(4)}`;
    const number = `${digits}${String(97 - remainder(digits, 97)).padStart(2, "0")}`;
    return `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
  },
  taxNumber: (number) => `BE${number.replaceAll(".", "")}`,
  banks: ["GEBABEBB", "KREDBEBB"],
  bban: (random, bank) => {
    const digits = `${bank === "GEBABEBB" ? "001" : "734"}${random.digits(7)}`;
    return `${digits}${String(remainder(digits, 97) || 97).padStart(2, "0")}`;
  },
};

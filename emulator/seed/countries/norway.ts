import { modulus11, untilFound } from "../check-digits";
import type { Country } from "./country";

export const norway: Country = {
  code: "NO",
  currency: "NOK",
  dial: "+47",
  subscriber: 8,
  businesses: [
    ["Fjellheim Sport og Fritid", "AS", "5941"],
    ["Bakeriet på Løkka", "AS", "5462"],
    ["Ørsta Gull & Sølv", "AS", "5944"],
    ["Havglimt Interiør", "AS", "5712"],
    ["Lykkeliten Barneklær", "AS", "5641"],
    ["Nordlys Elektro", "ASA", "5732"],
  ],
  cities: [
    ["Oslo", "0552"],
    ["Bergen", "5014"],
    ["Tromsø", "9008"],
    ["Ålesund", "6002"],
  ],
  streets: ["Thorvald Meyers gate", "Strandgaten", "Storgata", "Kirkegata", "Sjøgata"],
  givenNames: ["Sølvi", "Håkon", "Ingrid", "Øystein", "Marit", "Amir"],
  familyNames: ["Bjørnstad", "Hågensen", "Dahl", "Ødegård", "Kvåle"],
  companyNumber: (random) =>
    untilFound(() => {
      const digits = `9${random.digits(7)}`;
      const check = modulus11(digits, [3, 2, 7, 6, 5, 4, 3, 2]);
      return check && `${digits}${check}`;
    }),
  taxNumber: (number) => `NO${number}MVA`,
  // Made-up people have 80 added to their month.
  personNumber: (random, birth) =>
    untilFound(() => {
      const [year = "", month = "", day = ""] = birth.split("-");
      const digits = `${day}${Number(month) + 80}${year.slice(2)}${random.between(100, 499)}`;
      const first = modulus11(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
      const second = first && modulus11(`${digits}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
      return second && `${digits}${first}${second}`;
    }),
  banks: ["DNBANOKK", "SPTRNO22"],
  bban: (random, bank) =>
    untilFound(() => {
      const digits = `${bank === "DNBANOKK" ? "1503" : "4202"}${random.digits(6)}`;
      const check = modulus11(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
      return check && `${digits}${check}`;
    }),
};

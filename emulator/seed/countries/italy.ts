import { luhn } from "../check-digits";
import type { Country } from "./country";

export const italy: Country = {
  code: "IT",
  currency: "EUR",
  dial: "+39",
  subscriber: 10,
  businesses: [
    ["Gelateria Città Vecchia", "S.r.l.", "5812"],
    ["Calzature Fratelli D'Àvalos", "S.n.c.", "5661"],
    ["Enoteca Perché No?", "S.r.l.", "5921"],
    ["Fioreria Più Bella", "S.r.l.", "5992"],
    ["Libreria Il Caffè dei Libri", "S.r.l.", "5942"],
    ["Arredamenti Nicolò & Figli", "S.p.A.", "5712"],
  ],
  cities: [
    ["Torino", "10121"],
    ["Bologna", "40121"],
    ["Cefalù", "90015"],
    ["Forlì", "47121"],
  ],
  streets: ["Via Garibaldi", "Via dell'Indipendenza", "Corso Ruggero", "Piazza Unità d'Italia", "Via Maggiore"],
  givenNames: ["Niccolò", "Chiara", "Zoé", "Giosuè", "Fiammetta"],
  familyNames: ["D'Àvalos", "Nicolò", "Esposito", "Dell'Orto", "Cantù"],
  companyNumber: (random) => {
    const digits = `0${random.digits(6)}0${random.between(10, 99)}`;
    return `${digits}${luhn(digits)}`;
  },
  taxNumber: (number) => `IT${number}`,
  banks: ["UNCRITMM", "BCITITMM"],
  bban: (random, bank) => {
    const digits = `${bank === "UNCRITMM" ? "02008" : "03069"}${random.digits(5)}${random.digits(12)}`;
    return `${checkCharacter(digits)}${digits}`;
  },
};

const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

function checkCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + (index % 2 === 0 ? (odd[Number(digit)] ?? 0) : Number(digit)), 0);
  return String.fromCharCode(65 + (sum % 26));
}

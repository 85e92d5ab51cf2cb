import { luhn, remainder } from "../check-digits";
import type { Country } from "./country";

export const france: Country = {
  code: "FR",
  currency: "EUR",
  dial: "+33",
  subscriber: 9,
  businesses: [
    ["Pâtisserie À la Crème d'Été", "SARL", "5462"],
    ["Librairie L'Œil du Vent", "SAS", "5942"],
    ["Fleurs & Façons", "SARL", "5992"],
    ["Maison Lefèvre Prêt-à-Porter", "SA", "5651"],
    ["Vélos des Canuts", "SARL", "5940"],
    ["Société des artisans potiers et céramistes réunis du Haut-Languedoc", "SCOP", "5719"],
  ],
  cities: [
    ["Lyon", "69004"],
    ["Paris", "75011"],
    ["Béziers", "34500"],
    ["Saint-Étienne", "42000"],
  ],
  streets: ["rue de la Croix-Rousse", "boulevard Voltaire", "allées Paul-Riquet", "place de l'Hôtel-de-Ville", "rue des Frères-Lumière"],
  givenNames: ["Hélène", "Gaël", "Anaïs", "Jean-Noël", "Fatoumata"],
  familyNames: ["Lefèvre", "Béranger", "d'Aubigné", "N'Diaye", "Gonçalves"],
  numberFirst: true,
  companyNumber: (random) => {
    const digits = `${random.between(40, 89)}${random.digits(6)}`;
    return `${digits}${luhn(digits)}`;
  },
  taxNumber: (number) => `FR${String((12 + 3 * (Number(number) % 97)) % 97).padStart(2, "0")}${number}`,
  banks: ["BNPAFRPP", "SOGEFRPP"],
  bban: (random, bank) => {
    const [code, branch, account] = [bank === "BNPAFRPP" ? "30004" : "30003", random.digits(5), random.digits(11)];
    const key = 97 - remainder(`${code}${branch}${account}00`, 97);
    return `${code}${branch}${account}${String(key).padStart(2, "0")}`;
  },
};

import { weighted } from "../check-digits";
import type { Country } from "./country";

export const austria: Country = {
  code: "AT",
  currency: "EUR",
  dial: "+43",
  subscriber: 10,
  businesses: [
    ["Wiener Kaffeehaus Zur Goldenen Kanne", "GmbH", "5812"],
    ["Trachten Höllerer", "GmbH", "5651"],
    ["Alpenhotel Sonnblick", "GmbH", "7011"],
    ["Bücherstube Mödling", "e.U.", "5942"],
    ["Grazer Radlwerk", "GmbH", "5940"],
    ["Konditorei Süßes Eck", "OG", "5462"],
  ],
  cities: [
    ["Wien", "1060"],
    ["Graz", "8010"],
    ["Mödling", "2340"],
    ["Sankt Pölten", "3100"],
  ],
  streets: ["Mariahilfer Straße", "Herrengasse", "Brühler Straße", "Kärntner Ring", "Schloßallee"],
  givenNames: ["Resi", "Jörg", "Magdalena", "Günther", "Zoë"],
  familyNames: ["Höllerer", "Pölzl", "Gruber", "Wögerbauer", "Süß"],
  companyNumber: (random) => {
    const digits = String(random.between(100_000, 599_999));
    return `FN ${digits}${"abdfghikmpstvwxyz"[weighted(digits, [6, 4, 14, 15, 10, 1]) % 17]}`;
  },
  banks: ["BKAUATWW", "RLNWATWW"],
  bban: (random, bank) => `${bank === "BKAUATWW" ? "12000" : "32000"}${random.digits(11)}`,
};

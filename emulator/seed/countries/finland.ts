import { luhn, remainder, untilFound, weighted } from "../check-digits";
import type { Country } from "./country";

export const finland: Country = {
  code: "FI",
  currency: "EUR",
  dial: "+358",
  subscriber: 9,
  businesses: [
    ["Järvenrannan Käsityö", "Oy", "5949"],
    ["Helsingin Kahvipaahtimo", "Oy", "5499"],
    ["Pohjolan Saunatarvike", "Oyj", "5719"],
    ["Äidin Leipä ja Pulla", "Oy", "5462"],
    ["Tunturi & Erä", "Oy", "5941"],
    ["Kirjakauppa Kuunsäde", "Tmi", "5942"],
  ],
  cities: [
    ["Helsinki", "00530"],
    ["Tampere", "33100"],
    ["Jyväskylä", "40100"],
    ["Rovaniemi", "96200"],
  ],
  streets: ["Hämeentie", "Kauppakatu", "Väinönkatu", "Rantakatu", "Mäkelänkatu"],
  givenNames: ["Päivi", "Jyrki", "Aino", "Väinö", "Sanni", "Eero"],
  familyNames: ["Mäkelä", "Hämäläinen", "Järvi", "Virtanen", "Yli-Ojanperä"],
  companyNumber: (random) =>
    untilFound(() => {
      const digits = `${random.between(1, 3)}${random.digits(6)}`;
      const rest = weighted(digits, [7, 9, 10, 5, 8, 4, 2]) % 11;
      return rest === 1 ? undefined : `${digits}-${(11 - rest) % 11}`;
    }),
  taxNumber: (number) => `FI${number.replace("-", "")}`,
  // Serials from 900 on are never given to people.
  personNumber: (random, birth) => {
    const [year = "", month = "", day = ""] = birth.split("-");
    const date = `${day}${month}${year.slice(2)}`;
    const serial = String(random.between(900, 999));
    return `${date}${Number(year) < 2000 ? "-" : "A"}${serial}${"0123456789ABCDEFHJKLMNPRSTUVWXY"[remainder(`${date}${serial}`, 31)]}`;
  },
  banks: ["NDEAFIHH", "OKOYFIHH"],
  bban: (random, bank) => {
    const digits = `${bank === "NDEAFIHH" ? "159030" : "500015"}${random.digits(7)}`;
    return `${digits}${luhn(digits)}`;
  },
};

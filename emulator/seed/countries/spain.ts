import { luhn, weighted } from "../check-digits";
import type { Country } from "./country";

export const spain: Country = {
  code: "ES",
  currency: "EUR",
  dial: "+34",
  subscriber: 9,
  businesses: [
    ["Zapatería Núñez e Hijos", "S.L.", "5661"],
    ["Joyería El Pingüino de Plata", "S.L.", "5944"],
    ["Panadería La Peñita", "S.L.", "5462"],
    ["Muebles Castañeda", "S.A.", "5712"],
    ["Librería Corazón de Tinta", "S.L.", "5942"],
    ["Peluquería Ñandú", "S.L.", "7230"],
  ],
  cities: [
    ["Madrid", "28012"],
    ["Logroño", "26001"],
    ["A Coruña", "15003"],
    ["Cádiz", "11004"],
  ],
  streets: ["Calle de Atocha", "Calle Portales", "Rúa Real", "Avenida de España", "Plaza de las Flores"],
  givenNames: ["Íñigo", "María José", "Begoña", "Andrés", "Nuria"],
  familyNames: ["Núñez García", "Castañeda López", "Ibáñez", "Muñoz de la Peña", "Ávila"],
  companyNumber: (random) => {
    const digits = `${random.between(10, 89)}${random.digits(5)}`;
    return `B${digits}${luhn(digits)}`;
  },
  taxNumber: (number) => `ES${number}`,
  banks: ["CAIXESBB", "BSCHESMM"],
  bban: (random, bank) => {
    const office = `${bank === "CAIXESBB" ? "2100" : "0049"}${random.digits(4)}`;
    const account = random.digits(10);
    return `${office}${control(`00${office}`)}${control(account)}${account}`;
  },
};

function control(digits: string): number {
  const check = 11 - (weighted(digits, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11);
  if (check === 11) return 0;
  return check === 10 ? 1 : check;
}

import "server-only";
import published from "mcc/mcc_codes.json";

import type { MerchantCategory } from "@/lib/desk/check";
import { merchantCategoryCodes } from "@/lib/klarna/merchant-category-codes";

function nameOf(code: string): string {
  const found = corrected.get(code) ?? published.find(({ mcc }) => mcc === code)?.edited_description;
  return found === undefined || generic.has(found) ? unnamed(code) : tidy(found);
}

/** What the published list says of a single company's code when it doesn't know the company. */
const generic: ReadonlySet<string> = new Set(["Airlines", "Car Rental", "Hotels/Motels/Inns/Resorts"]);

/** The published list is a patchwork: some of it shouts, some has stray spaces and dashes. */
function tidy(name: string): string {
  const spaced = name
    .replace(/[–—]/g, "-")
    .replace(/\s*-\s+|\s+-\s*/g, ": ")
    .replace(/\(\s+/g, "(")
    .replace(/\s+/g, " ")
    .replace(/[.\s]+$/, "");
  return spaced === spaced.toUpperCase() ? spaced.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : spaced;
}

function unnamed(code: string): string {
  if (code < "3000" || code > "3999") return "No public name";
  return code < "3351" ? "An airline" : code < "3501" ? "A car rental company" : "A hotel";
}

/** Where the published list has nothing, a slip, or no name at all: by ISO 18245 and the card schemes' manuals. */
const corrected: ReadonlyMap<string, string> = new Map([
  ["0743", "Wine Producers"],
  ["0744", "Champagne Producers"],
  ["3003", "An airline"],
  ["3011", "Aeroflot"],
  ["3012", "Qantas"],
  ["3016", "SAS"],
  ["3035", "TAP (Portugal)"],
  ["4111", "Local and Suburban Commuter Transportation: Railroads, Ferries, Local Water Transportation"],
  ["4511", "Airlines and Air Carriers (not listed elsewhere)"],
  ["4789", "Transportation Services (not elsewhere classified)"],
  ["4813", "Telecommunication Services through Central Access Numbers"],
  ["5262", "Online Marketplaces"],
  ["5552", "Electric Vehicle Charging"],
  ["5712", "Furniture, Home Furnishings and Equipment Stores, except Appliances"],
  ["5715", "Alcoholic Beverage Wholesalers"],
  ["5723", "Gun and Ammunition Shops"],
  ["5732", "Electronics Stores"],
  ["5948", "Luggage and Leather Goods Stores"],
  ["5949", "Sewing, Needlework, Fabric and Piece Goods Stores"],
  ["6050", "Quasi Cash: Customer Financial Institution"],
  ["6532", "Payment Transaction: Customer Financial Institution"],
  ["6533", "Payment Transaction: Merchant"],
  ["6540", "Stored Value Card Purchase and Load"],
  ["7251", "Shoe Repair Shops, Shoe Shine Parlors and Hat Cleaning Shops"],
  ["7295", "Babysitting Services"],
  ["7299", "Miscellaneous Personal Services (not elsewhere classified)"],
  ["7322", "Debt Collection Agencies"],
  ["7393", "Protective and Security Services, including Armored Cars and Guard Dogs"],
  ["8220", "Colleges, Junior Colleges, Universities and Professional Schools"],
  ["9406", "Government-Owned Lotteries (outside the United States)"],
]);

/** The codes that Klarna takes, each with a name fit to read. Some belong to a single airline, hotel or car rental company. */
export const categories: readonly (MerchantCategory & { readonly company: boolean })[] = merchantCategoryCodes.map((code) => ({
  code,
  name: nameOf(code),
  company: code >= "3000" && code < "4000",
}));

import type { Random } from "../../random";

/** A business as people call it, the legal form behind its name, and its merchant category. */
export type Business = readonly [name: string, form: string, category: string];

/** What a country's merchants look like; everything is made up, and every number passes its country's checks. */
export interface Country {
  readonly code: string;
  readonly currency: string;
  readonly dial: string;
  /** How many digits follow the dialling code. */
  readonly subscriber: number;
  readonly businesses: readonly Business[];
  readonly cities: readonly (readonly [city: string, postalCode: string])[];
  readonly streets: readonly string[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly numberFirst?: boolean;
  /** The court or register of a business in a city, where numbers need one. */
  readonly authority?: (city: string) => string;
  /** The company's register number. */
  readonly companyNumber: (random: Random) => string;
  /** The VAT number that goes with a company number, where it follows from it. */
  readonly taxNumber?: (companyNumber: string) => string;
  /** A person's number, where the country has one series for made-up people. */
  readonly personNumber?: (random: Random, birth: string) => string;
  /** Banks by BIC, and the national part of an account number with one of them. */
  readonly banks: readonly string[];
  readonly bban: (random: Random, bank: string) => string;
}

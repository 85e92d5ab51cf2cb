import "server-only";
import { entityValidators } from "stdnum";

import type { CheckHint } from "@/lib/desk/check";
import { companyNumberRule } from "@/lib/klarna/company-number";

import type { CheckInput } from "./input";

/** For countries whose company numbers Klarna publishes no rule for: whether the number has the form of the country's public registers. */
export function companyNumberHints({ extra_account_data }: CheckInput["body"]): readonly CheckHint[] {
  const business = extra_account_data?.business_information;
  // A company whose registered address isn't known is taken to be registered where it works, as the field's label and Klarna's rule are chosen.
  const country = (business?.registration_address?.country || business?.operating_address?.country || "").toUpperCase();
  const number = business?.registration_number?.trim() ?? "";
  if (number === "" || companyNumberRule(country)) return [];
  const registers = registersOf(country);
  if (registers.length === 0 || registers.some(({ validate }) => validate(number).isValid)) return [];
  const names = registers.map(({ localName, abbreviation }) => abbreviation ?? localName).join(" or ");
  const message = `This isn't a valid ${names}, as far as the public format goes. Check it, or leave it if another register gave it.`;
  return [{ path: "extra_account_data.business_information.registration_number", message }];
}

/** A VAT number is something else, even where it is built from the company number; so is a tax number, but where companies go by theirs. */
function registersOf(country: string) {
  const others = goByTaxNumber.has(country) ? /VAT/ : /VAT|Tax/;
  return (Object.hasOwn(entityValidators, country) ? (entityValidators[country] ?? []) : []).filter(({ name }) => !others.test(name));
}

/** Spain's CIF and Mexico's RFC. */
const goByTaxNumber: ReadonlySet<string> = new Set(["ES", "MX"]);

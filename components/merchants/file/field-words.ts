import { entityTypes, stakeholderRoles, yesOrNo } from "@/components/operation/choices";
import { countryName } from "@/components/operation/country-name";
import { addressWords, regionOptions } from "@/components/operation/regions";
import { companyNumberRule } from "@/lib/klarna/company-number";
import type { FieldRow } from "@/lib/klarna/file/fields";
import type { PartResource } from "@/lib/klarna/file/parts";
import type { FieldValue, LinkValue, Values } from "@/lib/klarna/file/values";

import { momentInWords } from "./moment-in-words";

/** What a field is called here and what helps to fill it in, as its country has it. */
export function fieldWords(resource: PartResource, row: FieldRow, values: Values): { readonly label: string; readonly help?: string | undefined } {
  const country = countryOf(row, values);
  if (row.kind === "postal-code") return { label: addressWords(country).postalCode };
  if (row.kind === "region") return { label: addressWords(country).region };
  if (resource !== "businessInformation") return row;
  const rule = companyNumberRule(companyCountry(values));
  if (row.name === "registration_number" && rule) return { label: `Company number (${rule.name})`, help: rule.hint };
  if (row.name === "registration_authority" && rule?.authority)
    return { label: "Local court", help: "Numbers repeat from court to court, so name it: Amtsgericht München." };
  return row;
}

/** The country that a part of an address is in. */
export function countryOf({ name }: FieldRow, values: Values): string {
  return text(values[`${name.slice(0, name.lastIndexOf("."))}.country`]).toUpperCase();
}

/** A field's value for reading. */
export function shownValue(row: FieldRow, value: FieldValue | undefined, values: Values): string {
  if (value === undefined) return "";
  switch (row.kind) {
    case "country":
      return countryName(text(value));
    case "region":
      return regionOptions(countryOf(row, values))?.find((option) => option.value === value)?.label ?? text(value);
    case "entity-type":
      return entityTypes.find((option) => option.value === value)?.label ?? text(value);
    case "moment":
      return momentInWords(text(value));
    case "yes-no":
      return yesOrNo.find((option) => option.value === value)?.label ?? text(value);
    case "roles":
      return (value as readonly string[]).map((role) => stakeholderRoles.find((option) => option.value === role)?.label ?? role).join(", ");
    case "links":
      return (value as readonly LinkValue[]).map(({ provider, url }) => [provider, url].filter(Boolean).join(" ")).join("\n");
    default:
      return text(value);
  }
}

function companyCountry(values: Values): string {
  return text(values["registration_address.country"]) || text(values["operating_address.country"]);
}

function text(value: FieldValue | undefined): string {
  return typeof value === "string" ? value : "";
}

import type { FieldRow } from "@/lib/klarna/file/fields";
import { at, itemsIn } from "@/lib/klarna/file/parts";
import type { FieldValue, Values } from "@/lib/klarna/file/values";

import { useMerchantHere } from "../merchant-context";
import { shownValue } from "./field-words";

/** A field's value for reading, on this merchant's page: a brand by what the merchant's brands are called. */
export function useShownValue(): typeof shownValue {
  const { account } = useMerchantHere();
  return (row: FieldRow, value: FieldValue | undefined, values: Values) =>
    row.kind === "brand" && typeof value === "string" ? brandName(account, value) : shownValue(row, value, values);
}

/** A brand's reference, or its id where it has none or the merchant hasn't got it. */
export function brandName(account: unknown, id: string): string {
  const reference = at(itemsIn(account, "collections").find((brand) => brand.id === id)?.fields, ["collection_reference"]);
  return typeof reference === "string" && reference !== "" ? reference : id;
}

/** By what Klarna may name a website's brand instead of its id. */
export function referenceOf(website: unknown): string {
  const reference = at(website, ["channel_collection_reference"]);
  return typeof reference === "string" ? reference : "";
}

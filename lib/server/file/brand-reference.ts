import "server-only";
import { at, type Fields } from "@/lib/klarna/file/parts";

import { freshItems } from "./fresh-part";

type Place = Parameters<typeof freshItems>[0];

/**
 * A website's change with the reference of the brand that it names by its id. Klarna keeps both of a website, and says of neither that it follows the
 * other: with the old reference beside the new id it would belong to two brands.
 */
export async function withBrandReference(place: Place, body: Fields): Promise<Fields> {
  const { channel_collection_id: chosen } = body;
  if (typeof chosen !== "string") return body;
  const brand = (await freshItems(place, "collections")).find(({ id }) => id === chosen);
  const reference = at(brand?.fields, ["collection_reference"]);
  return typeof reference === "string" && reference !== "" ? { ...body, channel_collection_reference: reference } : body;
}

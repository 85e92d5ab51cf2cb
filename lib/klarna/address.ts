import { z } from "zod";

import { country } from "./country";
import { strict } from "./strict";
import { text } from "./text";

/** A postal address in a request. The reference names no required part; each call is a schema of its own, so that a mark on one doesn't mark all. */
export function address() {
  return strict({
    street_address: text().optional(),
    street_address2: text().optional(),
    postal_code: text().optional(),
    city: text().optional(),
    region: text().optional(),
    country: country().optional(),
  });
}

/** A postal address in an answer. */
export function answeredAddress() {
  return z.looseObject({
    street_address: z.string().nullish(),
    street_address2: z.string().nullish(),
    postal_code: z.string().nullish(),
    city: z.string().nullish(),
    region: z.string().nullish(),
    country: z.string().nullish(),
  });
}

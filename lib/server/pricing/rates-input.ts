import "server-only";
import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { pricePlans } from "@/lib/klarna/operations/price-plans";
import { rateDimensions } from "@/lib/klarna/pricing/rate";

const id = z.string().refine((value) => checkPathParam("price_plan_id", value) === undefined, "isn't one of Klarna's identifiers");
const { merchant_category_code: _, ...filters } = pricePlans.get.query.shape;

/** How a request names a plan and asks for its rates: as Klarna takes it, but that a category may be one that Klarna doesn't list. */
export const ratesInput = z
  .strictObject({
    environment: z.enum(environments),
    price_plan_id: id,
    ...filters,
    merchant_category_code: z
      .string()
      .regex(/^\d{4}$/, "Write the category as four digits, such as 5411")
      .optional(),
  })
  .omit({ size: true, starting_after: true, ending_before: true })
  .refine(
    (given) => [...rateDimensions, "date_time" as const, "version" as const].some((name) => given[name] !== undefined),
    "Ask by at least one: a date or version, a category, country, currency or program",
  );

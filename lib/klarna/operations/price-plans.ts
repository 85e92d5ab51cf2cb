import { z } from "zod";

import { country, currency } from "../country";
import { identifier } from "../identifier";
import { kept, lenientList } from "../lenient";
import { merchantCategoryCode } from "../merchant-category";
import { resource } from "../operation";
import { answeredPagination, askingQuery, pageQuery, wholeNumber } from "../query";
import { timestamp } from "../timestamp";

const pricePlanVersion = z.looseObject({
  version: z.number().nullish(),
  effective_from: z.string().nullish(),
  effective_to: z.string().nullish(),
  comment: z.string().nullish(),
});

const pricePlan = z.looseObject({
  price_plan_id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  versions: kept(lenientList(pricePlanVersion)).nullish(),
});

// The shape of a rate isn't public: these are the dimensions that one can ask by, and the rest stays as it comes.
const rate = z.looseObject({
  merchant_category_code: z.string().nullish(),
  country: z.string().nullish(),
  currency: z.string().nullish(),
  payment_program_id: z.string().nullish(),
});

const pricePlanRates = z.looseObject({
  price_plan_id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  rates: kept(lenientList(rate)).nullish(),
  version: z.number().nullish(),
  effective_from: z.string().nullish(),
  comment: z.string().nullish(),
  pagination: answeredPagination.nullish(),
});

const all = "/v2/distribution/products/payment/price-plans";

export const pricePlans = resource("pricePlans", {
  // The reference shows one plan where it promises a list.
  list: {
    method: "GET",
    path: all,
    permission: "pricing:read",
    output: z.preprocess((answer) => (Array.isArray(answer) ? answer : [answer]), lenientList(pricePlan)),
  },
  get: {
    method: "GET",
    path: `${all}/{price_plan_id}`,
    permission: "pricing:read",
    query: askingQuery(
      pageQuery({
        merchant_category_code: merchantCategoryCode().optional(),
        date_time: timestamp().optional(),
        version: wholeNumber(0).optional(),
        currency: currency().optional(),
        country: country().optional(),
        payment_program_id: identifier().optional(),
      }),
    ),
    output: pricePlanRates,
  },
});

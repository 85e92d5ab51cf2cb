import { z } from "zod";

import { country, currency } from "../country";
import { kept, lenientList, openEnum } from "../lenient";
import { merchantCategoryCode } from "../merchant-category";
import { resource } from "../operation";
import { answeredPagination } from "../query";
import { strict } from "../strict";
import { choice } from "../text";

/** Whether a program is always on, the partner's choice, or Klarna's to approve. */
export const enablementTypes = ["PRESET", "OPTIONAL", "RESTRICTED"] as const;

// Names may change: never key on them.
const paymentProgram = z.looseObject({
  payment_program_id: z.string(),
  payment_program_name: z.string().nullish(),
  description: z.string().nullish(),
  payment_funding: kept(z.looseObject({ type: z.string().nullish() })).nullish(),
  enablement_type: openEnum(enablementTypes).nullish(),
});

export const paymentPrograms = resource("paymentPrograms", {
  get: {
    method: "GET",
    path: "/v2/distribution/products/payment/payment-programs/{payment_program_id}",
    permission: "programs:read",
    output: paymentProgram,
  },
  listForProduct: {
    method: "GET",
    path: "/v2/accounts/{account_id}/products/payment/{product_id}/payment-programs",
    permission: "programs:read",
    query: strict({
      merchant_category_code: merchantCategoryCode().optional(),
      customer_country: country().optional(),
      currency: currency().optional(),
      enablement_type: choice(enablementTypes).optional(),
    }),
    output: z.looseObject({ payment_programs: lenientList(paymentProgram), pagination: answeredPagination.nullish() }),
  },
});

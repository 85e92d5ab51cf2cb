import { z } from "zod";

import { country, currency } from "../country";
import { kept, lenientList, openEnum } from "../lenient";
import { merchantCategoryCode } from "../merchant-category";
import { resource } from "../operation";
import { answeredPagination, pageQuery, wholeNumber } from "../query";
import { choice } from "../text";
import { enablementTypes } from "./payment-programs";

const paymentProgramPlan = z.looseObject({
  payment_program_plan_id: z.string(),
  version: z.number().nullish(),
  effective_from: z.string().nullish(),
  effective_to: z.string().nullish(),
  comment: z.string().nullish(),
});

const plannedProgram = z.looseObject({
  payment_program_id: z.string(),
  merchant_category_code: z.string().nullish(),
  customer_country: z.string().nullish(),
  currency: z.string().nullish(),
  enablement_type: openEnum(enablementTypes).nullish(),
});

const all = "/v2/distribution/products/payment/payment-program-plans";

export const paymentProgramPlans = resource("paymentProgramPlans", {
  list: { method: "GET", path: all, permission: "programs:read", output: z.looseObject({ payment_program_plans: lenientList(paymentProgramPlan) }) },
  get: {
    method: "GET",
    path: `${all}/{payment_program_plan_id}`,
    permission: "programs:read",
    query: pageQuery({
      merchant_category_code: merchantCategoryCode().optional(),
      customer_country: country().optional(),
      currency: currency().optional(),
      version: wholeNumber(0).optional(),
      enablement_type: choice(enablementTypes).optional(),
    }),
    output: paymentProgramPlan.extend({ payment_programs: kept(lenientList(plannedProgram)).nullish(), pagination: answeredPagination.nullish() }),
  },
});

import { z } from "zod";

import { country } from "../country";
import { identifier } from "../identifier";
import { kept, lenientList } from "../lenient";
import { merchantCategoryCode } from "../merchant-category";
import { resource } from "../operation";
import { list, patch, strict } from "../strict";
import { timestamp } from "../timestamp";

const enablementCriteria = strict({
  customer_countries: list(country()).optional(),
  merchant_category_codes: list(merchantCategoryCode()).optional(),
});

const enablementDraft = strict({
  payment_program_id: identifier(),
  enablement_criteria: enablementCriteria,
  effective_from: timestamp(),
  effective_to: timestamp(),
});

const enablementChange = patch({
  enablement_criteria: enablementCriteria.optional(),
  effective_from: timestamp().optional(),
  effective_to: timestamp().optional(),
});

const enablement = z.looseObject({
  payment_program_enablement_id: z.string(),
  payment_program_id: z.string().nullish(),
  enablement_criteria: kept(
    z.looseObject({ customer_countries: lenientList(z.string()).nullish(), merchant_category_codes: lenientList(z.string()).nullish() }),
  ).nullish(),
  effective_from: z.string().nullish(),
  effective_to: z.string().nullish(),
});

const all = "/v2/accounts/{account_id}/products/payment/{product_id}/payment-program-enablements";
const one = `${all}/{payment_program_enablement_id}` as const;
const refreshes = ["paymentPrograms"] as const;

export const paymentProgramEnablements = resource("paymentProgramEnablements", {
  create: { method: "POST", path: all, permission: "programs:write", body: enablementDraft, output: enablement, refreshes },
  list: { method: "GET", path: all, permission: "programs:read", output: z.looseObject({ payment_program_enablements: lenientList(enablement) }) },
  get: { method: "GET", path: one, permission: "programs:read", output: enablement },
  // There is no way to delete one: it ends by its `effective_to`.
  update: { method: "PATCH", path: one, permission: "programs:write", body: enablementChange, output: enablement, refreshes },
});

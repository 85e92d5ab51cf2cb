import { z } from "zod";

import { identifier } from "../identifier";
import { kept, lenientList, openEnum } from "../lenient";
import { merchantCategoryCode } from "../merchant-category";
import { resource } from "../operation";
import { suspensionReasons } from "../product-change";
import { sensitive } from "../sensitive";
import { patch, strict } from "../strict";
import { choice, filled } from "../text";

/** The states of a product: from TERMINATED only Klarna leads back. */
export const paymentProductStates = ["ENABLED", "DISABLED", "TERMINATED"] as const;

const types = ["PAYMENT"] as const;

const words = { class: "words", shown: "clear" } as const;

/** A product in an onboarding. */
export const paymentProductFields = {
  type: choice(types),
  distribution_profile_id: identifier(),
  merchant_category_code: merchantCategoryCode(),
};

/** A product in an answer. */
export const paymentProduct = z.looseObject({
  product_id: z.string(),
  type: openEnum(types).nullish(),
  distribution_profile_id: z.string().nullish(),
  merchant_category_code: z.string().nullish(),
  state: openEnum(paymentProductStates).nullish(),
  state_reason: openEnum(["APPROVED", "FRAUD_BY_PARTNER", "VOLUNTARY_BY_PARTNER"]).nullish(),
  state_context: kept(z.looseObject({ reason_details: z.string().register(sensitive, words).nullish() })).nullish(),
});

const suspension = strict({ reason: choice(suspensionReasons), reason_details: filled().register(sensitive, words) });

const all = "/v2/accounts/{account_id}/products/payment";
// `default` stands for an account's only product.
const one = `${all}/{product_id}` as const;
const suspend = {
  method: "POST",
  permission: "products:suspend",
  danger: "confirm",
  paced: true,
  body: suspension,
  output: paymentProduct,
  refreshes: ["accounts"],
} as const;
const resume = { method: "POST", permission: "products:reactivate", paced: true, output: paymentProduct, refreshes: ["accounts"] } as const;

export const paymentProducts = resource("paymentProducts", {
  list: { method: "GET", path: all, permission: "products:read", output: lenientList(paymentProduct) },
  update: {
    method: "PATCH",
    path: one,
    permission: "products:write",
    paced: true,
    body: patch({ merchant_category_code: merchantCategoryCode().optional() }),
    // Klarna answers without the id.
    output: paymentProduct.partial({ product_id: true }),
    refreshes: ["accounts", "paymentPrograms"],
  },
  disable: { ...suspend, path: `${one}/disable` },
  enable: { ...resume, path: `${one}/enable` },
  // Deprecated twins for an account's only product.
  disableOnly: { ...suspend, path: `${all}/disable` },
  enableOnly: { ...resume, path: `${all}/enable` },
});

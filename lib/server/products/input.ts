import "server-only";
import { z } from "zod";

import { checkPathParam } from "@/lib/klarna/identifier";
import { merchantCategoryCode } from "@/lib/klarna/merchant-category";
import { onlyProduct, suspensionReasons } from "@/lib/klarna/product-change";
import { choice, filled } from "@/lib/klarna/text";

import { merchantAddress } from "../merchants/address";
import { ticket } from "../notes/input";

const productId = z.string().refine((id) => checkPathParam("product_id", id) === undefined && id !== onlyProduct, "isn't a product's id");
const seen = z.string().max(1_000).optional();

const order = merchantAddress.extend({
  product_id: productId,
  attempt: z.uuid("A change needs the attempt that its form was opened with. Reload the page").toLowerCase(),
  seen: z.strictObject({ state: seen, state_reason: seen, merchant_category_code: seen, reason_details: seen }),
  ticket,
});

/** What suspending takes: why, in one of Klarna's words and in one's own. */
export const suspensionInput = order.extend({ reason: choice(suspensionReasons), reason_details: filled() });
export const reactivationInput = order;
export const categoryInput = order.extend({ code: merchantCategoryCode() });

/** Which product would get which category. */
export const fitInput = merchantAddress.extend({ product_id: productId, code: merchantCategoryCode() });

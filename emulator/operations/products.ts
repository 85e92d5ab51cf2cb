import { conflict, forbidden } from "../http/refusal";
import type { Account, Piece, Product } from "../state/account";
import { found } from "../state/world";
import { accountOf, type Call, type Handler } from "./handler";
import { manageable } from "./manageable";

/** What a partner can do with an account's payment products. */
export const productHandlers: Readonly<Record<string, Handler>> = {
  "paymentProducts.update": update,
  "paymentProducts.disable": disable,
  "paymentProducts.enable": enable,
  "paymentProducts.disableOnly": disable,
  "paymentProducts.enableOnly": enable,
};

const reasons: Readonly<Record<string, string>> = { FRAUD: "FRAUD_BY_PARTNER", VOLUNTARY: "VOLUNTARY_BY_PARTNER" };

/** The product that the path names; `default`, and the paths without an id, mean the account's only one. */
export function productOf(call: Call): Product {
  const { products } = accountOf(call);
  const id = call.params.product_id ?? "default";
  const only = products.length === 1 ? products[0] : undefined;
  return found(id === "default" ? only : products.find((product) => product.product_id === id), "payment product");
}

/** An account with one product in the place of what it was. */
export function withProduct(account: Account, product: Product): Account {
  return { ...account, products: account.products.map((known) => (known.product_id === product.product_id ? product : known)) };
}

function update(call: Call): Piece {
  const before = productOf(call);
  const account = manageable(call);
  const product = { ...before, ...call.body };
  call.world.keep(withProduct(account, product));
  const { distribution_profile_id, type, merchant_category_code } = product;
  return { distribution_profile_id, type, merchant_category_code };
}

function disable(call: Call): Product {
  const product = productOf(call);
  const account = manageable(call);
  if (product.state === "TERMINATED") throw forbidden("Klarna has terminated this payment product.");
  if (product.state === "DISABLED") throw conflict("The payment product is disabled already.");
  const state_reason = reasons[String(call.body.reason)] ?? "VOLUNTARY_BY_PARTNER";
  return keep(call, account, { ...product, state: "DISABLED", state_reason, state_context: { reason_details: call.body.reason_details } });
}

function enable(call: Call): Product {
  const { state_context: _, ...product } = productOf(call);
  const account = manageable(call);
  if (product.state === "ENABLED") throw conflict("The payment product is enabled already.");
  if (product.state === "TERMINATED") throw forbidden("Klarna has terminated this payment product.");
  if (isEndedByKlarna(product)) throw forbidden("Klarna has disabled this payment product: only Klarna can enable it.");
  return keep(call, account, { ...product, state: "ENABLED", state_reason: "APPROVED" });
}

/** Whether only Klarna can enable it again. */
export function isEndedByKlarna({ state, state_reason }: Product): boolean {
  return state !== "ENABLED" && !state_reason.endsWith("_BY_PARTNER");
}

function keep({ klarna, world }: Call, account: Account, product: Product): Product {
  world.keep(withProduct(account, product));
  klarna.events.product(world.environment, account.account_id, product);
  return product;
}

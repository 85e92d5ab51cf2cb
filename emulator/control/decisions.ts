import { Hono } from "hono";

import { environments } from "@/lib/klarna/environment";

import type { Klarna } from "../klarna";
import { withProduct } from "../operations/products";
import type { Account, Product } from "../state/account";
import type { World } from "../state/world";

type AccountDecision = Pick<Account, "state" | "state_reason">;
type ProductDecision = Pick<Product, "state" | "state_reason" | "state_context">;

const context = { reason_details: "Decision of Klarna's risk and compliance team", compliance_decision_id: "d2f7a9c4-6f1e-4b8e-9d53-0c1e7b5a4f86" };
const accountDecisions: Readonly<Record<string, AccountDecision>> = {
  "disable-by-klarna": { state: "DISABLED", state_reason: "NON_COMPLIANT" },
  "enable-by-klarna": { state: "OPERATIONAL", state_reason: "SETUP_COMPLETE" },
};
const productDecisions: Readonly<Record<string, ProductDecision>> = {
  "disable-by-klarna": { state: "DISABLED", state_reason: "FRAUDULENT_BEHAVIOUR", state_context: context },
  "enable-by-klarna": { state: "ENABLED", state_reason: "APPROVED", state_context: undefined },
  terminate: { state: "TERMINATED", state_reason: "PROHIBITED_OR_RESTRICTED_SEGMENT", state_context: context },
};

/** What only Klarna's people can do, with the webhooks that follow. */
export function decisions(klarna: Klarna): Hono {
  const door = new Hono();
  // What no operation of today makes so: values that Klarna may add tomorrow, and more of a thing than anybody types.
  door.post("/accounts/:id", async ({ req, json }) => {
    const [world, account] = locate(klarna, ({ account_id }) => account_id === req.param("id"));
    if (!world || !account) return json({ error: "There is no such account." }, 404);
    const fields: Partial<Account> = await req.json();
    klarna.store.transact(() => world.keep({ ...account, ...fields, account_id: account.account_id }));
    return json({});
  });
  door.post("/accounts/:id/:decision", ({ req, json }) => {
    const decision = accountDecisions[req.param("decision")];
    const [world, account] = locate(klarna, ({ account_id }) => account_id === req.param("id"));
    if (!decision || !world || !account) return json({ error: "There is no such account or decision." }, 404);
    klarna.store.transact(() => decideAccount(klarna, world, account, decision));
    return json({});
  });
  door.post("/products/:id/:decision", ({ req, json }) => {
    const decision = productDecisions[req.param("decision")];
    const [world, account] = locate(klarna, ({ products }) => products.some(({ product_id }) => product_id === req.param("id")));
    const product = account?.products.find(({ product_id }) => product_id === req.param("id"));
    if (!decision || !world || !account || !product) return json({ error: "There is no such payment product or decision." }, 404);
    klarna.store.transact(() => decideProduct(klarna, world, account, product, decision));
    return json({});
  });
  door.post("/settlements/:id/announce", ({ req, json }) => {
    const world = environments.map((environment) => klarna.worlds[environment]).find(({ settlements }) => settlements.has(req.param("id")));
    const settlement = world?.settlements.get(req.param("id"));
    if (!world || !settlement) return json({ error: "There is no such settlement." }, 404);
    klarna.events.settlement(world.environment, settlement, new URL(req.url).origin);
    return json({});
  });
  return door;
}

function locate(klarna: Klarna, wanted: (account: Account) => boolean): [World, Account] | [] {
  for (const environment of environments) {
    const world = klarna.worlds[environment];
    for (const account of world.accounts.values()) if (wanted(account)) return [world, account];
  }
  return [];
}

/** An account that Klarna disables takes all its products with it. */
function decideAccount(klarna: Klarna, world: World, account: Account, decision: AccountDecision): void {
  const { operational_at: _, ...rest } = account;
  world.keep({ ...rest, ...decision });
  if (decision.state === "OPERATIONAL" && account.state !== "OPERATIONAL") klarna.events.operational(world.environment, world.account(account.account_id));
  const disabled = productDecisions["disable-by-klarna"];
  if (decision.state !== "DISABLED" || !disabled) return;
  for (const product of account.products) if (product.state === "ENABLED") decideProduct(klarna, world, world.account(account.account_id), product, disabled);
}

function decideProduct(klarna: Klarna, world: World, account: Account, product: Product, decision: ProductDecision): void {
  const decided = { ...product, ...decision };
  world.keep(withProduct(account, decided));
  klarna.events.product(world.environment, account.account_id, decided);
}

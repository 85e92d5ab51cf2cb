import type { z } from "zod";

import type { orders } from "../control/orders";
import type { Klarna } from "../klarna";
import { generatedSettlement } from "./generated";
import type { ReportOrder } from "./order";

/** Makes a settlement whose report has as many transactions as were ordered, with the fault that was, and announces it. Answers its id. */
export function makeSettlement(klarna: Klarna, given: z.output<typeof orders.settlement>, origin: string): { readonly settlement_id: string } {
  const world = klarna.worlds[given.environment];
  const { rows, seed, currency, opening_debt, fault, priced } = given;
  const settlement_id = given.settlement_id ?? `${200_000_000 + world.settlements.size}`;
  const accounts = [...world.accounts.values()].slice(0, mostAccounts).map(({ account_id }) => account_id);
  const order: ReportOrder = {
    ...{ settlement_id, rows, seed, currency, opening_debt, fault, priced },
    entity: `krn:partner:global:settlement:settling-business-entity:${given.environment === "live" ? "K123455" : "K990017"}`,
    accounts: accounts.length > 0 ? accounts : [`krn:partner:global:account:${given.environment}:00000000-0000-4000-8000-000000000000`],
    to: given.to === undefined ? Date.parse(klarna.clock.timestamp()) : Date.parse(given.to),
  };
  const settlement = { ...generatedSettlement(order), transactions: [], order };
  klarna.store.transact(() => world.settlements.put(settlement_id, settlement));
  if (given.announce) klarna.events.settlement(given.environment, settlement, origin);
  return { settlement_id };
}

const mostAccounts = 1_000;

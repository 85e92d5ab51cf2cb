import type { PricePlan } from "../catalogue/price-plans";
import { versionOf } from "../catalogue/versions";
import { type Paging, paginate } from "../http/pagination";
import type { Piece } from "../state/account";
import { found } from "../state/world";
import { type Call, type Handler, param } from "./handler";

/** Profiles to choose from, and what Klarna charges under them. */
export const pricingHandlers: Readonly<Record<string, Handler>> = {
  "distributionProfiles.list": ({ world }) => world.catalogue.profiles,
  "pricePlans.list": ({ world }) => world.catalogue.pricePlans.map(listed),
  "pricePlans.get": rates,
};

const dimensions = ["merchant_category_code", "country", "currency", "payment_program_id"] as const;

function listed({ versions, ...plan }: PricePlan): Piece {
  return { ...plan, versions: versions.map(({ rates: _, ...version }) => version) };
}

function rates(call: Call): Piece {
  const id = param(call, "price_plan_id");
  const { versions, ...plan } = found(
    call.world.catalogue.pricePlans.find(({ price_plan_id }) => price_plan_id === id),
    "price plan",
  );
  const { version, effective_from, comment, rates } = found(versionOf(versions, call.query, call.klarna.clock.now()), "version of the price plan");
  const asked = rates().filter((rate) => matches(rate, call.query, dimensions));
  const { items, pagination } = paginate(asked, call.query as Paging, call.address);
  return { ...plan, rates: items, version, effective_from, comment, pagination };
}

/** Whether an item has every value that was asked for, in either case. */
export function matches(item: Piece, query: Piece, names: readonly string[]): boolean {
  return names.every((name) => query[name] === undefined || String(item[name]).toUpperCase() === String(query[name]).toUpperCase());
}

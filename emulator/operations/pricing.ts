import type { PricePlan, Version } from "../catalogue/price-plans";
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

/** The version that was asked for by number or by date; else the one in force now. */
export function versionOf<Kind extends Pick<Version, "version" | "effective_from" | "effective_to">>(
  versions: readonly Kind[],
  query: Piece,
  now: number,
): Kind | undefined {
  if (query.version !== undefined) return versions.find(({ version }) => version === query.version);
  const moment = typeof query.date_time === "string" ? Date.parse(query.date_time) : now;
  return versions.find(
    ({ effective_from, effective_to }) => Date.parse(effective_from) <= moment && (effective_to === null || moment < Date.parse(effective_to)),
  );
}

/** Whether an item has every value that was asked for, in either case. */
export function matches(item: Piece, query: Piece, names: readonly string[]): boolean {
  return names.every((name) => query[name] === undefined || String(item[name]).toUpperCase() === String(query[name]).toUpperCase());
}

import "server-only";
import type { PlanRates, RatesAsked } from "@/lib/desk/pricing";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import { pricePlans } from "@/lib/klarna/operations/price-plans";
import { isListed } from "@/lib/klarna/pricing/choose";

import type { Priority } from "../klarna/lanes";
import { requireOneVersion } from "../operations/one-version";
import { readPages } from "../operations/read-pages";
import { parseInput } from "../parse-input";

type Page = OutputOf<typeof pricePlans.get>;

const pageSize = 1_000;

/** Reads all rates of a plan that are asked for, page by page. A category that Klarna doesn't list isn't asked by, since Klarna would refuse the whole question. */
export async function planRates(environment: Environment, price_plan_id: string, asked: RatesAsked, priority: Priority): Promise<PlanRates> {
  const code = asked.merchant_category_code;
  const aside = code !== undefined && !isListed(code);
  const { merchant_category_code: _, ...others } = asked;
  const query = parseInput(pricePlans.get.query, aside ? others : asked) as Readonly<Record<string, unknown>>;
  const read_at = new Date().toISOString();
  const pages = await readPages<Page>({ environment, operation: pricePlans.get, params: { price_plan_id }, query }, pageSize, priority);
  requireOneVersion(pages, "price plan");
  const [first] = pages;
  return {
    price_plan_id,
    name: first?.name ?? null,
    version: first?.version ?? null,
    effective_from: first?.effective_from ?? null,
    comment: first?.comment ?? null,
    rates: pages.flatMap(({ rates }) => (Array.isArray(rates) ? rates : [])),
    category_left_aside: aside ? code : null,
    read_at,
  };
}

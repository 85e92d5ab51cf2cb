import "server-only";
import type { PlanRates, RatesAsked } from "@/lib/desk/pricing";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import { pricePlans } from "@/lib/klarna/operations/price-plans";
import { isListed } from "@/lib/klarna/pricing/choose";
import { ProblemError } from "@/lib/klarna/problem";

import type { Priority } from "../klarna/lanes";
import { read } from "../operations/read";
import { parseInput } from "../parse-input";

type Page = OutputOf<typeof pricePlans.get>;

/** Reads all rates of a plan that are asked for, page by page. A category that Klarna doesn't list isn't asked by, since Klarna would refuse the whole question. */
export async function planRates(environment: Environment, price_plan_id: string, asked: RatesAsked, priority: Priority): Promise<PlanRates> {
  const code = asked.merchant_category_code;
  const aside = code !== undefined && !isListed(code);
  const { merchant_category_code: _, ...others } = asked;
  const question = parseInput(pricePlans.get.query, aside ? others : asked) as Question;
  const read_at = new Date().toISOString();
  const { pages, complete } = await allPages(environment, price_plan_id, question, priority);
  const [first] = pages;
  return {
    price_plan_id,
    name: first?.name ?? null,
    version: first?.version ?? null,
    effective_from: first?.effective_from ?? null,
    comment: first?.comment ?? null,
    rates: pages.flatMap(({ rates }) => (Array.isArray(rates) ? rates : [])),
    complete,
    category_left_aside: aside ? code : null,
    read_at,
  };
}

type Question = Readonly<Record<string, unknown>>;

// As many as a plan may have in the worst case that people have met, twice.
const mostPages = 20;
const pageSize = 500;

async function allPages(environment: Environment, price_plan_id: string, question: Question, priority: Priority) {
  const pages: Page[] = [];
  let size: { readonly size?: number } = { size: pageSize };
  let after: string | null | undefined;
  while (pages.length < mostPages) {
    const place = after ? { starting_after: after } : {};
    const ask = (query: Question) => read({ environment, operation: pricePlans.get, params: { price_plan_id }, query }, priority);
    const { output } = await ask({ ...question, ...size, ...place }).catch((error: unknown) => {
      if (size.size === undefined || !isAboutSize(error)) throw error;
      // Klarna doesn't say how long a page may be: then as long as it likes.
      size = {};
      return ask({ ...question, ...place });
    });
    const page = output as Page;
    requireSameVersion(pages[0], page);
    pages.push(page);
    const next = page.pagination?.last_item;
    if (!next || next === after) return { pages, complete: true };
    after = next;
  }
  return { pages, complete: false };
}

function isAboutSize(error: unknown): boolean {
  const { status, fields } = ProblemError.of(error).problem;
  return status === 400 && fields.some(({ path }) => path === "size");
}

/** A version may come into force between two pages: half of each would be no plan at all. */
function requireSameVersion(first: Page | undefined, page: Page): void {
  if (first && first.version !== page.version)
    throw new ProblemError({
      status: 409,
      code: "PLAN_CHANGED",
      message: "The price plan changed while it was read. Try again: the new version is in force now.",
    });
}

import "server-only";
import type { DirectoryFacets } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";

import { categoryNames } from "../categories/name";
import { query } from "../db/client";

/** What the merchants of an environment can be narrowed to: the values there are, the frequent ones first. Groups are too many for that: those are searched for. */
export async function directoryFacets(environment: Environment): Promise<DirectoryFacets> {
  const rows = await query<{ kind: keyof DirectoryFacets; value: string }>(facets, [environment]);
  const valuesOf = (kind: keyof DirectoryFacets) => rows.filter((row) => row.kind === kind).map(({ value }) => value);
  const categories = valuesOf("categories");
  const names = categoryNames(categories);
  const unnamed = (value: string) => ({ value, name: value });
  return {
    countries: valuesOf("countries").map(unnamed),
    products: valuesOf("products").map(unnamed),
    categories: categories.map((value) => ({ value, name: names[value] ?? value })),
  };
}

const facets = `
  WITH products AS (SELECT p->>'state' AS state, p->>'merchant_category_code' AS category
                    FROM merchants, jsonb_array_elements(products) AS p WHERE environment = $1)
  SELECT 'countries' AS kind, value FROM (SELECT country AS value, count(*) AS n FROM merchants WHERE environment = $1 AND country IS NOT NULL GROUP BY 1 ORDER BY 2 DESC) c
  UNION ALL
  SELECT 'products', value FROM (SELECT state AS value, count(*) AS n FROM products WHERE state IS NOT NULL GROUP BY 1 ORDER BY 2 DESC) s
  UNION ALL
  SELECT 'categories', value FROM (SELECT category AS value, count(*) AS n FROM products WHERE category IS NOT NULL GROUP BY 1 ORDER BY 2 DESC) m`;

import "server-only";
import type { PlanTouch, TouchedMerchant } from "@/lib/desk/pricing";
import type { Environment } from "@/lib/klarna/environment";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";

/** Which products are meant: under one of these profiles, and in one of these categories; undefined for every category. */
export interface Touching {
  readonly profiles: readonly string[];
  readonly categories: readonly string[] | undefined;
}

type Page = Pick<PlanTouch, "total" | "merchants" | "next">;

const pageRows = 100;

/** The merchants of the directory with such a product, by name, a page at a time. One product must be both: a merchant may have several. */
export async function touchedMerchants(environment: Environment, touching: Touching, after?: string): Promise<Page> {
  const { profiles, categories } = touching;
  if (profiles.length === 0 || categories?.length === 0) return { total: 0, merchants: [], next: null };
  const [name, id] = after === undefined ? [null, null] : readCursor(after, ["text", "text"]);
  const carrying = profiles.map((profile) => JSON.stringify([{ distribution_profile_id: profile }]));
  const values = [environment, carrying, profiles, categories ?? null];
  const [[counted], rows] = await Promise.all([
    query<{ total: number }>(`SELECT count(*)::int AS total FROM merchants m WHERE ${isTouched}`, values),
    query<TouchedMerchant & { readonly name_key: string }>(pageStatement, [...values, name ?? null, id ?? null, pageRows + 1]),
  ]);
  const shown = rows.slice(0, pageRows);
  const last = shown.at(-1);
  return {
    total: counted?.total ?? 0,
    merchants: shown.map(({ name_key: _, ...merchant }) => merchant),
    next: rows.length > pageRows && last ? writeCursor([last.name_key, last.account_id]) : null,
  };
}

const isOne = "p->>'distribution_profile_id' = ANY($3::text[]) AND ($4::text[] IS NULL OR p->>'merchant_category_code' = ANY($4::text[]))";

// The first condition is what the index on products answers; the second looks at one product at a time.
const isTouched = `m.environment = $1 AND m.products @> ANY($2::jsonb[]) AND EXISTS (SELECT FROM jsonb_array_elements(m.products) p WHERE ${isOne})`;

const pageStatement = `
  SELECT m.account_id, m.account_name, m.account_reference, m.name_key, t.categories, t.profiles
  FROM merchants m CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT p->>'merchant_category_code') FILTER (WHERE p->>'merchant_category_code' IS NOT NULL), '{}') AS categories,
           array_agg(DISTINCT p->>'distribution_profile_id') AS profiles
    FROM jsonb_array_elements(m.products) p WHERE ${isOne}) t
  WHERE ${isTouched} AND ($5::text IS NULL OR (m.name_key, m.account_id) > ($5::text, $6::text))
  ORDER BY m.name_key, m.account_id LIMIT $7`;

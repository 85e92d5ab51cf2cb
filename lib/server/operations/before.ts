import "server-only";
import type { Operation } from "@/lib/klarna/operation";
import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";

import { utc } from "../db/utc";

/** What the directory knew of an account when an operation on it was first sent, and what the desk knew of the enablement that it changed. */
export type Before = Readonly<Record<string, unknown>>;

/** What was known of the very thing that an operation is about: the account itself, one of its products, or an enablement. */
export function beforeOf({ resource }: Operation, params: Readonly<Record<string, string>>, before: Before | null): object | undefined {
  if (!before) return undefined;
  if (resource === "accounts") return before;
  if (resource === "paymentProgramEnablements") return (before.enablement as object | undefined) ?? undefined;
  if (resource !== "paymentProducts" || !Array.isArray(before.products)) return undefined;
  const products = before.products as readonly { readonly product_id?: string }[];
  return products.find(({ product_id }) => product_id === params.product_id) ?? (products.length === 1 ? products[0] : undefined);
}

const ofMerchant = `CASE WHEN m.seen_at IS NOT NULL THEN
    jsonb_build_object('account_name', m.account_name, 'account_reference', m.account_reference, 'products', m.products, 'seen_at', m.seen_at) END`;

const ofEnablementToo = `nullif(coalesce(${ofMerchant}, '{}') || CASE WHEN e.enablement_id IS NULL THEN '{}' ELSE jsonb_build_object('enablement', jsonb_build_object(
    'enablement_criteria', jsonb_build_object('customer_countries', e.countries, 'merchant_category_codes', e.categories),
    'effective_from', ${utc("e.effective_from")}, 'effective_to', ${utc("e.effective_to")}), 'seen_at', e.asked_at) END, '{}')`;

const { update } = paymentProgramEnablements;
const enablement = `LEFT JOIN enablements e ON g.name = '${update.name}' AND e.environment = g.environment
  AND e.account_id = g.account_id AND e.product_id = g.params::jsonb->>'product_id' AND e.enablement_id = g.params::jsonb->>'payment_program_enablement_id'`;

/** SQL: `Before`, and what must be joined for it to what is about to be sent, `g`, and its merchant `m`; null where nothing was known. For these operations. */
export function knownBefore(sent: readonly Operation[]): { readonly value: string; readonly join: string } {
  return sent.some(({ name }) => name === update.name) ? { value: ofEnablementToo, join: enablement } : { value: ofMerchant, join: "" };
}

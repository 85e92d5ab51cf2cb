import "server-only";
import type { Operation } from "@/lib/klarna/operation";

/** What the directory knew of an account when an operation on it was first sent. */
export type Before = Readonly<Record<string, unknown>>;

/** What was known of the very thing that an operation is about: the account itself, or one of its products. */
export function beforeOf({ resource }: Operation, params: Readonly<Record<string, string>>, before: Before | null): object | undefined {
  if (!before) return undefined;
  if (resource === "accounts") return before;
  if (resource !== "paymentProducts" || !Array.isArray(before.products)) return undefined;
  const products = before.products as readonly { readonly product_id?: string }[];
  return products.find(({ product_id }) => product_id === params.product_id) ?? (products.length === 1 ? products[0] : undefined);
}

import { type Period, type Span, spanOf } from "./period";

/** An enablement, as Klarna answers it. */
export interface Enablement extends Period {
  readonly payment_program_enablement_id: string;
  readonly payment_program_id?: string | null | undefined;
  readonly enablement_criteria?:
    | { readonly customer_countries?: readonly string[] | null | undefined; readonly merchant_category_codes?: readonly string[] | null | undefined }
    | null
    | undefined;
}

/** Where an enablement holds; none of a kind means every one. */
export interface Scope {
  readonly countries: readonly string[];
  readonly categories: readonly string[];
}

/** An enablement as it is reckoned with. */
export interface Enabled extends Span {
  readonly id: string;
  readonly program: string;
  readonly scope: Scope;
}

/** Reads an enablement leniently: what Klarna leaves out is open. */
export function enabledBy(enablement: Enablement): Enabled {
  const { customer_countries, merchant_category_codes } = enablement.enablement_criteria ?? {};
  return {
    id: enablement.payment_program_enablement_id,
    program: enablement.payment_program_id ?? "",
    scope: { countries: each(customer_countries), categories: each(merchant_category_codes) },
    ...spanOf(enablement),
  };
}

/** Where two scopes meet; undefined where they don't. */
export function meeting(one: Scope, other: Scope): Scope | undefined {
  const countries = common(one.countries, other.countries);
  const categories = common(one.categories, other.categories);
  return countries && categories ? { countries, categories } : undefined;
}

/** In capitals, each once, in order. */
function each(values: readonly string[] | null | undefined): readonly string[] {
  if (!Array.isArray(values)) return [];
  return [...new Set(values.filter((value) => typeof value === "string").map((value) => value.toUpperCase()))].sort();
}

function common(one: readonly string[], other: readonly string[]): readonly string[] | undefined {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const both = one.filter((value) => other.includes(value));
  return both.length > 0 ? both : undefined;
}

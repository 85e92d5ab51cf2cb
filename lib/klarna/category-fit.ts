/** An enablement of a payment program, as far as a category matters to it. */
export interface EnablementCriteria {
  readonly payment_program_id?: string | null | undefined;
  readonly enablement_criteria?:
    | { readonly customer_countries?: readonly string[] | null | undefined; readonly merchant_category_codes?: readonly string[] | null | undefined }
    | null
    | undefined;
}

/** A program that a program plan offers for a category, in a country. */
export interface PlannedProgram {
  readonly payment_program_id?: string | null | undefined;
  readonly customer_country?: string | null | undefined;
}

export interface Fit {
  readonly fits: "yes" | "partly" | "no" | "unknown";
  /** Why it doesn't, or can't be told; empty where it fits. */
  readonly because: string;
}

/**
 * Whether an enablement goes on meaning something once its product has another category. `planned` is all that the product's program plan offers for that
 * category; undefined when it couldn't be read.
 */
export function fitOf({ payment_program_id, enablement_criteria }: EnablementCriteria, code: string, planned: readonly PlannedProgram[] | undefined): Fit {
  const codes = given(enablement_criteria?.merchant_category_codes);
  if (codes.length > 0 && !codes.includes(code)) return { fits: "no", because: `It was made for ${codes.join(", ")} only.` };
  if (!planned) return { fits: "unknown", because: "The program plan of this product couldn't be read." };
  const offered = planned.filter((program) => program.payment_program_id === payment_program_id);
  if (offered.length === 0) return { fits: "no", because: `The program plan offers it for no merchant of the category ${code}.` };
  const countries = given(enablement_criteria?.customer_countries);
  const lost = countries.filter(
    (country) => !offered.some(({ customer_country }) => !customer_country || customer_country.toUpperCase() === country.toUpperCase()),
  );
  if (lost.length === 0) return { fits: "yes", because: "" };
  return { fits: lost.length === countries.length ? "no" : "partly", because: `The program plan doesn't offer it for ${code} in ${lost.join(", ")}.` };
}

function given(list: readonly string[] | null | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}

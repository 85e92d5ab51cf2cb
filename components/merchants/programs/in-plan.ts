import type { PlanMatrix } from "@/lib/klarna/plan-matrix";

/** In which countries a plan has a program. */
export interface InPlan {
  /** Those that it names, in no order. */
  readonly countries: ReadonlySet<string>;
  /** Whether a line of it holds for every country. */
  readonly everywhere: boolean;
}

/** In which countries a plan has a program, however it is enabled there, also where the plan doesn't say how. */
export function inPlan(matrix: PlanMatrix | undefined, program: string): InPlan {
  const countries = rowsWith(matrix, program).map(({ country }) => country);
  return { countries: new Set(countries.filter((country) => country !== "")), everywhere: countries.includes("") };
}

/** Those of some countries in which a plan doesn't have a program; none where it is in every country, or the plan says nothing of the program. */
export function outsidePlan({ countries, everywhere }: InPlan, chosen: readonly string[]): readonly string[] {
  return everywhere || countries.size === 0 ? [] : chosen.filter((code) => !countries.has(code));
}

/** How a program is enabled at the places of an enablement, by type, each with its countries ("" is every one). No country or no category stands for all. */
export function typesInPlan(
  matrix: PlanMatrix | undefined,
  program: string,
  { countries, categories }: { readonly countries: readonly string[]; readonly categories: readonly string[] },
): ReadonlyMap<string, ReadonlySet<string>> {
  const meets = (said: string, chosen: readonly string[]) => said === "" || chosen.length === 0 || chosen.includes(said);
  const types = new Map<string, Set<string>>();
  for (const { type, country, category } of rowsWith(matrix, program))
    if (meets(country, countries) && meets(category, categories))
      for (const one of type.split(" / ").filter(Boolean)) types.set(one, (types.get(one) ?? new Set()).add(country));
  return types;
}

/** Whether a program is always on: as Klarna lists it for the product, or, where the list doesn't say how it is enabled, wherever its plan says so. */
export function isAlwaysOn(
  { payment_program_id, enablement_type }: { readonly payment_program_id: string; readonly enablement_type?: string | null | undefined },
  matrix: PlanMatrix | undefined,
  category: string | undefined,
): boolean {
  if (enablement_type) return enablement_type === "PRESET";
  const types = typesInPlan(matrix, payment_program_id, { countries: [], categories: category ? [category] : [] });
  return types.size === 1 && types.has("PRESET");
}

function rowsWith(matrix: PlanMatrix | undefined, program: string) {
  const column = matrix?.programs.indexOf(program) ?? -1;
  return (column < 0 ? [] : (matrix?.rows ?? [])).flatMap(({ merchant_category_code: category, customer_country: country, types }) => {
    const type = types[column];
    // "" is there too: only how it is enabled isn't said.
    return type === null || type === undefined ? [] : [{ type, country, category }];
  });
}

import type { PlanMatrix } from "@/lib/klarna/plan-matrix";

/** To what a plan's matrix, or the differences of two, can be narrowed. In an address by these names. */
export const narrowings = ["category", "country", "currency", "program", "type"] as const;
export type Narrowing = Readonly<Partial<Record<(typeof narrowings)[number], string>>>;

/** What an address asks for; what is empty isn't asked. */
export function narrowingIn(search: { get(name: string): string | null }): Narrowing {
  return Object.fromEntries(narrowings.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
}

/** The rows and programs that fit. A row fits by its place, and where a program or a type is asked for by having it there. */
export function narrowed({ programs, rows }: PlanMatrix, { category, country, currency, program, type }: Narrowing): PlanMatrix {
  const columns = programs.flatMap((id, index) => (program === undefined || id === program ? [index] : []));
  const hasType = (types: readonly (string | null)[]) =>
    columns.some((index) => types[index] !== null && types[index] !== undefined && (type === undefined || types[index] === type));
  return {
    programs: columns.flatMap((index) => programs[index] ?? []),
    rows: rows
      .filter(
        (row) =>
          (category === undefined || row.merchant_category_code === category) &&
          (country === undefined || row.customer_country === country) &&
          (currency === undefined || row.currency === currency) &&
          (columns.length === 0 || (program === undefined && type === undefined) || hasType(row.types)),
      )
      .map((row) => (program === undefined ? row : { ...row, types: columns.map((index) => row.types[index] ?? null) })),
  };
}

/** The values that a matrix has in a dimension, each once, in order; all of them ("") aside. */
export function valuesIn({ rows }: PlanMatrix, dimension: "merchant_category_code" | "customer_country" | "currency"): readonly string[] {
  return [...new Set(rows.map((row) => row[dimension]))].filter((value) => value !== "").sort();
}

/** How programs are enabled in a matrix, each once. */
export function typesIn({ rows }: PlanMatrix): readonly string[] {
  return [...new Set(rows.flatMap(({ types }) => types.filter((type) => type !== null)))].sort();
}

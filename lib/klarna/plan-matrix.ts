import { dimensions, type PlannedProgram } from "./program-plans";

/** A plan as a matrix: a row for each category, country and currency, a column for each program. */
export interface PlanMatrix {
  /** The programs' ids, in the order in which the plan names them. */
  readonly programs: readonly string[];
  readonly rows: readonly MatrixRow[];
}

/** One place of the matrix; "" stands for all. */
export interface MatrixRow {
  readonly merchant_category_code: string;
  readonly customer_country: string;
  readonly currency: string;
  /** For each program how it gets here; "" where the plan doesn't say, null where there is no such program. */
  readonly types: readonly (string | null)[];
}

/** A place at which two matrices differ. */
export interface Difference extends Omit<MatrixRow, "types"> {
  readonly payment_program_id: string;
  /** As in a row: null where the program isn't there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Lays the lines of a plan out, by category, country and currency. Where a plan says two things of one place, both stand there. */
export function matrixOf(lines: readonly PlannedProgram[]): PlanMatrix {
  const programs = [...new Set(lines.map(({ payment_program_id }) => payment_program_id))];
  const column = new Map(programs.map((id, index) => [id, index]));
  const places = new Map<string, { readonly place: readonly string[]; readonly types: (string | null)[] }>();
  for (const line of lines) {
    const place = dimensions.map((name) => (line[name] ?? "").toUpperCase());
    const key = place.join("|");
    const { types } = places.get(key) ?? places.set(key, { place, types: programs.map(() => null) }).get(key) ?? { types: [] };
    const index = column.get(line.payment_program_id) ?? 0;
    types[index] = both(types[index] ?? null, line.enablement_type ?? "");
  }
  const rows = [...places].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, { place, types }]) => rowOf(place, types));
  return { programs, rows };
}

/** All that another version of a plan adds, takes away or changes, in the order of the matrix. */
export function differencesOf(before: PlanMatrix, after: PlanMatrix): readonly Difference[] {
  const programs = [...new Set([...before.programs, ...after.programs])];
  const [old, now] = [cells(before), cells(after)];
  const places = new Map([...before.rows, ...after.rows].map((row) => [placeOf(row), row]));
  return [...places]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, { types: _, ...place }]) =>
      programs.flatMap((payment_program_id) => {
        const cell = `${key} ${payment_program_id}`;
        const difference = { ...place, payment_program_id, before: old.get(cell) ?? null, after: now.get(cell) ?? null };
        return difference.before === difference.after ? [] : [difference];
      }),
    );
}

function cells({ programs, rows }: PlanMatrix): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => row.types.flatMap((type, index) => (type === null ? [] : [[`${placeOf(row)} ${programs[index]}`, type] as [string, string]]))),
  );
}

function placeOf({ merchant_category_code, customer_country, currency }: Omit<MatrixRow, "types">): string {
  return `${merchant_category_code}|${customer_country}|${currency}`;
}

function rowOf([merchant_category_code = "", customer_country = "", currency = ""]: readonly string[], types: readonly (string | null)[]): MatrixRow {
  return { merchant_category_code, customer_country, currency, types };
}

function both(there: string | null, type: string): string {
  if (there === null || there === type) return type;
  return [...new Set([...there.split(" / "), type])].join(" / ");
}

import "server-only";

/**
 * SQL: what is given as arrays, `$1` and on, as rows of `columns`, written as a table's are: `id uuid, fence int`. One row is said to be one: PostgreSQL takes an array
 * that it doesn't know yet for ten, and a plan for ten seems so much dearer that it would plan a statement of `queryOften` anew each time, which takes longer than the
 * statement.
 */
export function given(count: number, columns: string): string {
  const each = columns.split(/,\s+/).map((column, index) => {
    const [name, type] = column.split(" ");
    return { name, array: `$${index + 1}::${type}[]` };
  });
  if (count === 1) return `SELECT ${each.map(({ name, array }) => `(${array})[1] AS ${name}`).join(", ")}`;
  return `SELECT * FROM unnest(${each.map(({ array }) => array).join(", ")}) AS g (${each.map(({ name }) => name).join(", ")})`;
}

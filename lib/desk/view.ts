/** A list of merchants that somebody keeps: its question, columns and sort as an address has them. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly search: string;
  /** Whether everybody sees it. */
  readonly shared: boolean;
  readonly owner: string;
  /** Whether this person may rename, update and delete it. */
  readonly editable: boolean;
  /** Whether this person's list begins with it. */
  readonly own_default: boolean;
  /** Whether everybody's list begins with it who has no default of their own. */
  readonly team_default: boolean;
}

/** The columns of the list, in their order; the first is always there. */
export const columnKeys = ["name", "reference", "state", "country", "group", "products", "tags", "number", "domain", "first_seen", "changed", "seen"] as const;
export type ColumnKey = (typeof columnKeys)[number];

const usualColumns: readonly ColumnKey[] = ["name", "reference", "state", "country", "group", "products", "tags", "seen"];

/** The columns that an address asks for; the usual ones when it doesn't say, or not in words of ours. */
export function columnsIn(search: URLSearchParams): readonly ColumnKey[] {
  const asked = new Set((search.get("columns") ?? "").split("."));
  const chosen = columnKeys.filter((key) => key === "name" || asked.has(key));
  return chosen.length > 1 ? chosen : usualColumns;
}

/** Columns as an address has them; the usual ones need no words. */
export function writeColumns(columns: readonly ColumnKey[], search: URLSearchParams): void {
  const inOrder = columnKeys.filter((key) => columns.includes(key));
  if (inOrder.join() !== usualColumns.join()) search.set("columns", inOrder.join("."));
}

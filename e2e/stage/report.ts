import { emulatorKeys } from "../../scripts/desk/settings.mjs";
import type { Place } from "./place";

type Row = Readonly<Record<string, string>>;

/** A settlement's report as the file that Klarna gives. */
export async function reportText({ emulatorUrl }: Place, id: string): Promise<string> {
  const headers = { authorization: `Basic ${emulatorKeys.test}` };
  return (await fetch(`${emulatorUrl}/v2/settlement/settlements/${encodeURIComponent(id)}/csv`, { headers })).text();
}

/** The same, cut by its commas: nothing of the desk is asked, and none of its readers. */
export async function reportOf(place: Place, id: string): Promise<{ readonly summary: Row; readonly rows: readonly Row[] }> {
  const cut = (await reportText(place, id))
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const [names = [], values = [], head = [], ...lines] = cut.map((line) => line.split(","));
  const named = (header: readonly string[], cells: readonly string[]) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
  return { summary: named(names, values), rows: lines.map((cells) => named(head, cells)) };
}

/** What a column of some rows comes to, in minor units. */
export function sumOf(rows: readonly Row[], column: "amount" | "tax_amount"): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

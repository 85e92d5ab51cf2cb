import { tableColumns } from "@/components/onboarding/table/columns";
import { valueAt } from "@/lib/klarna/value-at";

import { madeUpForm } from "../made-up-form";

/** The made-up form as a row of a table with every column: each cell as it stands in the form. */
export function madeUpCells(): readonly string[] {
  const form = madeUpForm();
  return tableColumns.map(({ path }) => {
    const value = valueAt(form, path);
    return Array.isArray(value) ? value.join(", ") : String(value ?? "");
  });
}

/** A table as a spreadsheet saves it. */
export function asCsv(lines: readonly (readonly string[])[], separator = ","): Uint8Array {
  const cell = (text: string) => (/["\r\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return new TextEncoder().encode(lines.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join(""));
}

import "server-only";
import type { ImportFault } from "@/lib/desk/import";
import { isKrn, otherKindOf } from "@/lib/desk/krn";
import type { Environment } from "@/lib/klarna/environment";

/** One line that says something. */
export interface Line {
  readonly line: number;
  readonly text: string;
  /** The account id, where there is one to take. */
  readonly accountId?: string;
  readonly fault?: ImportFault;
}

/** The lines of a list of ids, or of a table (CSV) with the id in one of its columns. A header is none; an id that comes again is a fault. */
export function parseLines(environment: Environment, text: string): readonly Line[] {
  const seen = new Set<string>();
  const lines: Line[] = [];
  for (const [index, written] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const trimmed = written.trim();
    if (trimmed === "" || (lines.length === 0 && isHeader(trimmed))) continue;
    const id = idIn(trimmed);
    const fault = faultOf(environment, id, seen);
    if (id !== undefined) seen.add(id);
    lines.push({ line: index + 1, text: trimmed, ...(fault ? { fault } : { accountId: id ?? "" }) });
  }
  return lines;
}

/** The account's id among a line's cells; identifiers are opaque, but Klarna's say what they name: a group's of accounts or a product's is none. */
function idIn(line: string): string | undefined {
  if (isId(line)) return line;
  const cells = line.split(/[,;\t]/).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
  const ids = cells.filter(isId);
  return ids.find((id) => id.includes(":account:")) ?? ids[0];
}

function isId(text: string): boolean {
  return isKrn(text) && !otherKindOf(text);
}

function isHeader(line: string): boolean {
  return line.split(/[,;\t]/).every((cell) => /^"?[\p{L}_ ]{1,60}"?$/u.test(cell.trim())) && /id|account|merchant/i.test(line);
}

function faultOf(environment: Environment, id: string | undefined, seen: ReadonlySet<string>): ImportFault | undefined {
  if (id === undefined) return "not-an-id";
  if (id.includes(environment === "test" ? ":live:" : ":test:")) return "other-environment";
  return seen.has(id) ? "twice" : undefined;
}

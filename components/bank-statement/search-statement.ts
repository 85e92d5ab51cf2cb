import type { BankLine, ChosenColumns, Unclear } from "@/lib/desk/bank-statement/bank-line";
import { type Found, keyOf, type Match, matches, type Payable } from "@/lib/desk/bank-statement/match";
import { possibleReferences, referencesOfEntry } from "@/lib/desk/bank-statement/references";
import { readBankStatement } from "@/lib/desk/bank-statement/statement";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** What a statement came to. */
export interface Search {
  /** The lines that name something of Klarna's, and what became of each. */
  readonly matches: readonly Match[];
  /** How many lines have nothing to do with Klarna, as far as one can see. */
  readonly others: number;
  /** What should have been on it by its days, and isn't; `more` where there are more than these. */
  readonly waiting: readonly Payable[];
  readonly more: boolean;
  readonly unclear: readonly Unclear[];
  readonly columns: readonly string[];
}

const mostAtOnce = 5_000;

/** Reads a statement in the browser, asks the desk for its references alone, and holds each line against what they name. Throws a problem. */
export async function searchStatement(environment: Environment, bytes: Uint8Array, chosen: ChosenColumns): Promise<Search> {
  const statement = readBankStatement(bytes, chosen);
  if (statement.kind === "unreadable") throw new ProblemError({ status: 400, code: "UNREADABLE_STATEMENT", message: statement.reason });
  const { lines } = statement;
  const isListed = ({ listed }: BankLine) => listed === true || statement.kind === "list";
  const references = new Map(lines.map((line) => [line.line, isListed(line) ? referencesOfEntry(line.text) : possibleReferences(line.text)]));
  const asked = [...new Set([...references.values()].flat())];
  if (asked.length === 0) throw nothingToFind;
  const { found, waiting, more } = await findAll(environment, asked, daysOf(lines));
  const all = matches(lines, references, found);
  const shown = all.filter(({ verdict, line }) => verdict !== "not-found" || isListed(line) || /klarna/i.test(line.text));
  return {
    matches: shown,
    others: all.length - shown.length,
    waiting,
    more,
    unclear: statement.kind === "table" ? statement.unclear : [],
    columns: statement.kind === "table" ? statement.columns : [],
  };
}

/** As many references at a time as the door takes. The days are asked about last, with those references that have found something: no other names anything. */
async function findAll(environment: Environment, references: readonly string[], days: Days): Promise<Found> {
  if (references.length <= mostAtOnce) return ask(environment, references, days);
  const found: Found["found"][number][] = [];
  for (let at = 0; at < references.length; at += mostAtOnce) found.push(...(await ask(environment, references.slice(at, at + mostAtOnce), {})).found);
  const known = new Set(found.map(({ payable }) => keyOf(payable)));
  const naming = found.slice(0, mostAtOnce).map(({ reference }) => reference);
  const { waiting, more } = await ask(environment, naming, days);
  return { found, waiting: waiting.filter((payable) => !known.has(keyOf(payable))), more };
}

interface Days {
  readonly from?: string;
  readonly until?: string;
}

function ask(environment: Environment, references: readonly string[], days: Days): Promise<Found> {
  return send<Found>("/api/desk/bank-statement", { method: "POST", repeatable: true, body: { environment, references, ...days } });
}

/** The days that the statement is about, the last one excluded: a bank books on its next working day. */
function daysOf(lines: readonly BankLine[]): Days {
  const days = lines.flatMap(({ date }) => (date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? [date] : [])).sort();
  const [from, until] = [days[0], days.at(-1)];
  return from && until && from < until ? { from, until } : {};
}

const nothingToFind = new ProblemError({
  status: 400,
  code: "NO_REFERENCES",
  message: "There is nothing in it that could be a reference of Klarna's. On a bank statement it is the settlement's id, like XD65-113574395.",
});

import { exponentOf, minorUnits } from "@/lib/money";

import type { BankLine } from "./bank-line";

/** A settlement or payout that the desk knows, as a bank's line is held against it. The amount is in minor units, as text; negative where it goes to Klarna. */
export interface Payable {
  readonly kind: "settlement" | "payout";
  readonly id: string;
  readonly amount: string | null;
  readonly currency: string | null;
  /** When it was paid out, or its period ended; ISO 8601. */
  readonly date: string | null;
  /** How far its payment is by what Klarna says: `none` where no payout is named, `invoice` where it is one for fees, which the merchant pays. */
  readonly payout: "paid" | "on-its-way" | "none" | "invoice";
}

/** What the door says of the references it was asked for. */
export interface Found {
  readonly found: readonly { readonly reference: string; readonly payable: Payable }[];
  /** Paid out within the statement's days, or settled in them, and named by none of its lines: the first of them. */
  readonly waiting: readonly Payable[];
  /** Whether there are more. */
  readonly more: boolean;
}

export type Verdict = "matched" | "differs" | "twice" | "other-currency" | "not-compared" | "not-found";

/** A line of the statement and what became of it. */
export interface Match {
  readonly line: BankLine;
  readonly verdict: Verdict;
  readonly payable?: Payable;
  /** Bank less desk, in minor units, where it differs. */
  readonly difference?: bigint;
}

/** Holds each line against what its references name. Several lines for one payout are added up; what is there twice is said. */
export function matches(lines: readonly BankLine[], references: ReadonlyMap<number, readonly string[]>, found: Found["found"]): readonly Match[] {
  const payables = new Map(found.map(({ reference, payable }) => [reference, payable]));
  const named = lines.map((line) => ({ line, payable: payableOf(line, references.get(line.line) ?? [], payables) }));
  const together = new Map<string, BankLine[]>();
  for (const { line, payable } of named) {
    const key = payable ? keyOf(payable) : "";
    const same = together.get(key);
    if (same) same.push(line);
    else together.set(key, [line]);
  }
  return named.map(({ line, payable }) =>
    payable ? { line, payable, ...verdictOf(line, together.get(keyOf(payable)) ?? [], payable) } : { line, verdict: "not-found" },
  );
}

/** The same money, by whichever of its references it was named: the door answers each of them apart. */
export function keyOf({ kind, id }: Payable): string {
  return `${kind} ${id}`;
}

/** Of what a line names, that with its amount; else the first. */
function payableOf(line: BankLine, references: readonly string[], payables: ReadonlyMap<string, Payable>): Payable | undefined {
  const all = references.flatMap((reference) => payables.get(reference) ?? []);
  return all.find(({ amount, currency }) => amount !== null && minorOf(line.amount, currency) === minorUnits(amount)) ?? all[0];
}

function verdictOf(line: BankLine, same: readonly BankLine[], payable: Payable): Pick<Match, "verdict" | "difference"> {
  const expected = minorUnits(payable.amount);
  if (line.currency && payable.currency && line.currency !== payable.currency) return { verdict: "other-currency" };
  const amounts = same.map(({ amount }) => minorOf(amount, payable.currency));
  const own = minorOf(line.amount, payable.currency);
  if (expected === undefined || own === undefined) return { verdict: "not-compared" };
  const sum = amounts.reduce<bigint>((all, one) => all + (one ?? 0n), 0n);
  if (sum === expected) return { verdict: "matched" };
  // The first that is right is it; another with the same reference came on top. Where some of it went the other way, the bank took back what had been right.
  const takenBack = amounts.some((one = 0n) => (expected < 0n ? one > 0n : one < 0n));
  const right = same.find((_, at) => amounts[at] === expected);
  if (right && !takenBack) return right === line ? { verdict: "matched" } : { verdict: "twice" };
  return { verdict: "differs", difference: sum - expected };
}

/** A bank's exact decimal in minor units of a currency; nothing where it has more decimals than the currency. */
function minorOf(amount: string | undefined, currency: string | null): bigint | undefined {
  if (amount === undefined || currency === null) return undefined;
  const [whole = "", decimals = ""] = amount.split(".");
  const exponent = exponentOf(currency);
  const kept = decimals.replace(/0+$/, "");
  return kept.length > exponent ? undefined : BigInt(`${whole}${kept.padEnd(exponent, "0")}`);
}

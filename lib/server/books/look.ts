import "server-only";
import { createHash } from "node:crypto";

import { bySlot, type EntryLine, journalEntry, restOf } from "@/lib/desk/books/entry";
import type { BookLook, BookStyle, BookSum, LeftOut, PayableKind } from "@/lib/desk/books/month";
import { type Accounts, accountOf, type Slot, slots } from "@/lib/desk/books/slots";
import type { Environment } from "@/lib/klarna/environment";

import { accountsOf } from "./accounts";
import { bookedOf, keyOf } from "./exported";
import type { BookPayable } from "./payable";

/** An entry as it would be exported. */
export interface NewEntry {
  readonly kind: PayableKind;
  readonly payable_id: string;
  readonly date: string;
  readonly reference: string;
  readonly currency: string;
  readonly amount: string;
  readonly lines: readonly EntryLine[];
  readonly source: string;
}

/** What an export would be, looked at before it is made. */
export interface Prepared {
  readonly look: BookLook;
  readonly entries: readonly NewEntry[];
  readonly accounts: Accounts;
}

/** Prepares an export of everything in a month that isn't exported yet and can be; the rest is named with the reason. */
export async function prepare(environment: Environment, month: string, style: BookStyle): Promise<Prepared> {
  const [{ payables, entries: exported }, accounts] = await Promise.all([bookedOf(environment, month), accountsOf(environment)]);
  const open = payables.filter((payable) => !exported.has(keyOf(payable)));
  const judged = open.map((payable) => ({ payable, why: whyNot(payable, style) }));
  const taken = judged.flatMap(({ payable, why }) => (why ? [] : [payable]));
  const missing = missingFor(taken, style, accounts);
  const entries = missing.length > 0 ? [] : taken.map((payable) => entryOf(payable, accounts));
  const look = {
    seen: createHash("sha256")
      .update(JSON.stringify([style, accounts, taken.map(({ kind, id, source }) => [kind, id, source]), entries]))
      .digest("hex"),
    entries: taken.length,
    already: payables.length - open.length,
    left: judged.flatMap(({ payable, why }) => (why ? [leftOut(payable, why)] : [])),
    missing,
    sums: sumsOf(entries),
  };
  return { look, entries, accounts };
}

function whyNot({ standing, payable, lines }: BookPayable, style: BookStyle): LeftOut["why"] | undefined {
  if (standing !== "ready" || !payable) return standing === "ready" ? "unreadable" : standing;
  if (style === "collected") return undefined;
  if (!lines) return "no-lines";
  return restOf(payable.parts, lines).kind === "differs" ? "lines-differ" : undefined;
}

function leftOut({ kind, id, date, currency, amount, gap }: BookPayable, why: LeftOut["why"]): LeftOut {
  return { kind, id, date, currency, amount, why, gap: gap?.toString() ?? null };
}

/** The parts that something is booked on and nobody has named an account for. */
function missingFor(payables: readonly BookPayable[], style: BookStyle, accounts: Accounts): readonly Slot[] {
  const used = new Set<Slot>();
  for (const { payable, lines = [] } of payables) {
    if (payable && payable.paid !== 0n) used.add(payable.against);
    for (const { slot, amount } of bySlot(payable?.parts ?? [])) if (amount !== 0n) used.add(slot);
    // Lines of a kind may come to 0 and still be booked one by one.
    if (style === "lines") for (const { slot } of lines) used.add(slot);
  }
  return slots.filter((slot) => used.has(slot) && !accountOf(slot, accounts));
}

function entryOf({ kind, id, date, reference, currency, payable, source }: BookPayable, accounts: Accounts): NewEntry {
  const journal = payable && journalEntry(payable, accounts);
  if (journal?.kind !== "entry" || currency === null) throw new Error("Only what balances becomes an entry.");
  return { kind, payable_id: id, date, reference, currency, amount: payable?.paid.toString() ?? "0", lines: journal.lines, source };
}

function sumsOf(entries: readonly NewEntry[]): readonly BookSum[] {
  const sums = new Map<string, BookSum>();
  for (const { currency, lines } of entries)
    for (const line of lines) {
      const key = `${currency} ${line.slot}`;
      const before = sums.get(key);
      const add = (side: "debit" | "credit") => (BigInt(before?.[side] ?? "0") + BigInt(line[side])).toString();
      sums.set(key, { ...line, currency, debit: add("debit"), credit: add("credit") });
    }
  return [...sums.values()].sort((one, other) => one.currency.localeCompare(other.currency) || slots.indexOf(one.slot) - slots.indexOf(other.slot));
}

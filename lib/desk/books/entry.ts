import { type Account, type Accounts, accountOf, type Slot, slots } from "./slots";

/** One part of what is paid out: + what the merchant gets, − what is taken. */
export interface Part {
  readonly slot: Slot;
  readonly amount: bigint;
}

/** A settlement or a payout, as the books see it: what is paid, against which account, and what it is made of. */
export interface Payable {
  readonly paid: bigint;
  /** An invoice for fees isn't paid by a transfer of Klarna's: it waits on the clearing account. */
  readonly against: "bank" | "clearing";
  readonly parts: readonly Part[];
}

/** One line of a journal entry; minor units as text, one of both sides is 0. */
export interface EntryLine extends Account {
  readonly slot: Slot;
  readonly debit: string;
  readonly credit: string;
}

/** An entry whose sides are equal to the minor unit, or why there is none. A gap is what is paid less what the parts come to. */
export type Journal =
  | { readonly kind: "entry"; readonly lines: readonly EntryLine[] }
  | { readonly kind: "gap"; readonly gap: bigint }
  | { readonly kind: "accounts"; readonly missing: readonly Slot[] }
  | { readonly kind: "empty" };

/** Makes the entry of what was paid: the bank is debited, a part credited when the merchant gets it, debited when it is taken. */
export function journalEntry({ paid, against, parts }: Payable, accounts: Accounts): Journal {
  const gap = paid - sumOf(parts);
  if (gap !== 0n) return { kind: "gap", gap };
  const sides = [{ slot: against, amount: -paid }, ...bySlot(parts)].filter(({ amount }) => amount !== 0n);
  if (sides.length === 0) return { kind: "empty" };
  const missing = sides.flatMap(({ slot }) => (accountOf(slot, accounts) ? [] : [slot]));
  return missing.length > 0 ? { kind: "accounts", missing } : { kind: "entry", lines: sides.map((side) => entryLine(side, accounts)) };
}

/** One side as a line of the books. Throws where nobody has named its account. */
export function entryLine({ slot, amount }: Part, accounts: Accounts): EntryLine {
  const account = accountOf(slot, accounts);
  if (!account) throw new Error(`There is no account for ${slot}.`);
  const { number, name } = account;
  return { slot, number, name, debit: String(amount < 0n ? -amount : 0n), credit: String(amount > 0n ? amount : 0n) };
}

/** Parts of one kind together, in the order of the accounts. */
export function bySlot(parts: readonly Part[]): readonly Part[] {
  return slots.flatMap((slot) => {
    const own = parts.filter((part) => part.slot === slot);
    return own.length === 0 ? [] : [{ slot, amount: sumOf(own) }];
  });
}

/** What parts come to. */
export function sumOf(parts: readonly Part[]): bigint {
  return parts.reduce((sum, { amount }) => sum + amount, 0n);
}

/** What must be booked besides the lines of a payable, or the kinds of parts whose lines come to something else than its totals, and by how much. */
export type Rest = { readonly kind: "agrees"; readonly rest: readonly Part[] } | { readonly kind: "differs"; readonly gaps: readonly Part[] };

/** Holds lines against totals, account by account. Nothing stands for what is moved to the debt and from it, and not always for the reserve. */
export function restOf(totals: readonly Part[], lines: readonly Part[]): Rest {
  const more = bySlot([...totals, ...lines.map(({ slot, amount }) => ({ slot, amount: -amount }))]).filter(({ amount }) => amount !== 0n);
  const unlisted = ({ slot }: Part) => slot === "debt" || (slot === "reserve" && !lines.some((line) => line.slot === "reserve"));
  const gaps = more.filter((part) => !unlisted(part));
  return gaps.length > 0 ? { kind: "differs", gaps } : { kind: "agrees", rest: more };
}

import type { EntryLine } from "./entry";
import type { Accounts, Slot } from "./slots";

/** Which of Klarna's APIs it is of. */
export type PayableKind = "settlement" | "payout";

/** One entry for each settlement and payout, or each of its lines apart. */
export type BookStyle = "collected" | "lines";
export const bookStyles = ["collected", "lines"] as const;

/** By which date it belongs to a month: when it was paid out, else when its period ended, else when the desk first saw it. */
export type DatedBy = "paid" | "period" | "seen";

/**
 * How it stands for the books: `ready`; `gap`, its amount isn't what its parts come to; `waiting`, something of it is still to be read;
 * `unreadable`, Klarna gave no amount, no totals or no currency; `gone`, Klarna lists it no longer; `empty`, there is nothing to book;
 * `twin`, it is the same transfer as one that Klarna's other API names alike, and is booked as that.
 */
export type BookStanding = "ready" | "gap" | "waiting" | "unreadable" | "gone" | "empty" | "twin";

/** What is to be known of an entry although it balances. */
export type BookNote = "fees-together" | "lines-differ" | "lines-unknown" | "invoice";

/** A settlement or a payout of a month. Amounts are minor units as text. */
export interface BookItem {
  readonly kind: PayableKind;
  readonly id: string;
  readonly reference: string;
  /** `2026-10-14`, in UTC. */
  readonly date: string;
  readonly dated: DatedBy;
  readonly currency: string | null;
  readonly amount: string | null;
  readonly standing: BookStanding;
  /** What is paid less what its parts come to, where that isn't 0. */
  readonly gap: string | null;
  readonly notes: readonly BookNote[];
  readonly exported: { readonly id: string; readonly at: string; readonly by: string } | null;
  /** Exported, and it would be exported otherwise now; not yet said while something of it is still to be read. */
  readonly changed: boolean;
}

/** An export of a month. */
export interface BookExport {
  readonly id: string;
  readonly style: BookStyle;
  readonly at: string;
  readonly by: string;
  readonly entries: number;
  readonly taken_back_at: string | null;
  readonly taken_back_by: string | null;
}

/** A month of the books. */
export interface BookMonth {
  readonly month: string;
  readonly locked: { readonly at: string; readonly by: string } | null;
  readonly items: readonly BookItem[];
  readonly exports: readonly BookExport[];
  readonly accounts: Accounts;
}

/** Why something isn't exported: how it stands, or that its lines aren't there or don't come to its totals. */
export interface LeftOut extends Pick<BookItem, "kind" | "id" | "date" | "currency" | "amount"> {
  readonly why: Exclude<BookStanding, "ready"> | "no-lines" | "lines-differ";
  readonly gap: string | null;
}

/** What an export would hold, before it is made. */
export interface BookLook {
  /** Tells what was looked at from what it may be when it is exported. */
  readonly seen: string;
  readonly entries: number;
  /** What is in an earlier export. */
  readonly already: number;
  readonly left: readonly LeftOut[];
  /** Parts that nobody has named an account for. */
  readonly missing: readonly Slot[];
  /** What each account gets, by currency. */
  readonly sums: readonly BookSum[];
}

/** What one account gets in one currency. */
export interface BookSum extends EntryLine {
  readonly currency: string;
}

/** Whether a text names a month, such as 2026-10. */
export function isMonth(text: string): boolean {
  return /^2\d{3}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month so many months later, or earlier. */
export function monthBeside(month: string, by: number): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7);
}

/** A month as people call it: October 2026. */
export function monthName(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}

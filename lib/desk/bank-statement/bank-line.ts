/** One booking of a bank statement. Texts are the bank's and may name anybody: they stay in the browser. */
export interface BankLine {
  /** Its line in the file, or which entry it is, from 1. */
  readonly line: number;
  /** As ISO 8601 says it, or as the bank wrote it where that isn't clear. */
  readonly date?: string;
  /** Major units as an exact decimal, with a point and a minus for what went out: `-1234.50`. */
  readonly amount?: string;
  /** ISO 4217, where the statement says it. */
  readonly currency?: string;
  /** All that was written about it. */
  readonly text: string;
  /** In a table, what somebody has listed rather than a bank booked: it is answered whether it is known or not. */
  readonly listed?: true;
}

/** A statement as read, or a sentence on why it can't be. */
export type BankStatement =
  | { readonly kind: "camt"; readonly lines: readonly BankLine[] }
  | { readonly kind: "table"; readonly lines: readonly BankLine[]; readonly unclear: readonly Unclear[]; readonly columns: readonly string[] }
  | { readonly kind: "list"; readonly lines: readonly BankLine[] }
  | { readonly kind: "unreadable"; readonly reason: string };

/** What a table's headers didn't tell. */
export type Unclear = "amount" | "date";

/** Columns, from 0, that a person has chosen because the headers didn't tell. */
export type ChosenColumns = Readonly<Partial<Record<Unclear, number>>>;

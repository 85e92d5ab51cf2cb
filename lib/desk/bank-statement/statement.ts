import { decoded } from "../decoded";
import type { BankStatement, ChosenColumns } from "./bank-line";
import { readCamt } from "./camt";
import { readTable } from "./table";

/** Reads what a bank exports, CAMT.053 or a table with any separator, in the encodings that banks use; or a list of references, one a line. */
export function readBankStatement(bytes: Uint8Array, chosen: ChosenColumns = {}): BankStatement {
  const text = decoded(bytes);
  if (text === undefined) return { kind: "unreadable", reason: "This is no text. Export the statement as CSV or as CAMT.053 (XML), not as PDF, Excel or ZIP." };
  if (text.trim() === "") return { kind: "unreadable", reason: "The file is empty." };
  return /^\s*</.test(text) ? readCamt(text) : readTable(text, chosen);
}

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

/** UTF-8 or UTF-16 where the file says so or it can't be otherwise, else Windows' Latin, in which older systems of banks write. Nothing for what is no text. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  if (startsWith(bytes, "%PDF-")) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

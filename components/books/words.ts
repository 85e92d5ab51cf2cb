import type { Tone } from "@/components/ui/tone";
import type { BookItem, BookNote, BookStyle, LeftOut } from "@/lib/desk/books/month";

interface Verdict {
  readonly tone: Tone;
  readonly label: string;
  readonly hint: string;
}

/** How a settlement or a payout stands for the books, in a word and a sentence. */
export function verdictOf({ standing, notes, dated }: Pick<BookItem, "standing" | "notes" | "dated">): Verdict {
  if (standing !== "ready") return { ...verdicts[standing], hint: `${verdicts[standing].hint}.` };
  const said = [...notes.map((note) => noteWords[note]), ...(dated === "paid" ? [] : [datedWords[dated]])];
  const odd = notes.some((note) => note !== "invoice");
  return { tone: odd ? "waiting" : "good", label: odd ? "Balances, with a note" : "Balances", hint: ["Its parts come to what is paid.", ...said].join(" ") };
}

const verdicts: Readonly<Record<Exclude<BookItem["standing"], "ready">, Verdict>> = {
  gap: { tone: "wrong", label: "Doesn't balance", hint: "What is paid isn't what its parts come to, so it isn't exported" },
  waiting: { tone: "waiting", label: "Still to be read", hint: "Its report or its lines are still to be read. Then it can be exported" },
  unreadable: { tone: "wrong", label: "Can't be booked", hint: "Klarna gave no amount, no parts or no currency" },
  gone: { tone: "off", label: "Gone", hint: "Klarna lists it no longer" },
  empty: { tone: "off", label: "Nothing to book", hint: "Its amount and all of its parts are 0" },
  twin: { tone: "off", label: "Booked already", hint: "Klarna's other API has the same transfer under the same number, and it is booked as that" },
};

const noteWords: Readonly<Record<BookNote, string>> = {
  "fees-together": "Its lines don't come to its fees, so all of these stand under variable fees.",
  "lines-differ": "Its lines come to something else than its parts, so it can be exported collected, but not line by line.",
  "lines-unknown": "The desk can't hold its lines against its parts, so it can be exported collected, but maybe not line by line.",
  invoice: "It is an invoice for fees: nothing is paid with it, so it is booked against clearing.",
};

const datedWords = {
  period: "It isn't paid out yet as far as the desk knows, so it is dated by the end of its period.",
  seen: "Klarna gave it no date, so it is dated by when the desk first saw it.",
} as const;

/** Why something is left out of an export. */
export const leftWords: Readonly<Record<LeftOut["why"], string>> = {
  gap: "Doesn't balance",
  waiting: verdicts.waiting.hint,
  unreadable: verdicts.unreadable.hint,
  gone: verdicts.gone.hint,
  empty: verdicts.empty.hint,
  twin: verdicts.twin.hint,
  "no-lines": "Its lines aren't there, or one of them is of a kind that nobody knows. Export it collected",
  "lines-differ": "Its lines don't come to its parts. Export it collected",
};

/** The two ways of exporting. */
export const styleWords: Readonly<Record<BookStyle, string>> = {
  collected: "Collected: one entry for each payout",
  lines: "Line by line, with order references",
};

export const kindWords = { settlement: "Settlement", payout: "Payout" } as const;

/** What it is: a payout may be an invoice, which the month's sum of what is paid out leaves out. */
export function kindOf({ kind, notes }: Pick<BookItem, "kind" | "notes">): string {
  return notes.includes("invoice") ? "Invoice" : kindWords[kind];
}

/** `1 entry`, `4,312 entries` */
export function entriesText(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "entry" : "entries"}`;
}

/** What it means that something came out otherwise after it was exported, and what to do. */
export const changedHint = "It would be exported otherwise now. Correct it in your books, or take the export back there and here, and export again.";

/** Why a line of an import came to nothing, in a sentence. */
export function importFaultWords(fault: string): string {
  return words.get(fault) ?? `Klarna didn't answer for it: ${fault}.`;
}

/** Why an import stopped as a whole, and what to do. */
export function importStoppedWords(code: string | null): string {
  if (code === "NOT_ALLOWED") return "Who brought this list may not do so any more. Go on in your own name, or give it up.";
  if (code === "KLARNA_REFUSED_KEY") return "Klarna doesn't accept this desk's API key. An admin has to look at the settings; then go on.";
  return `It stopped (${code || "unknown"}). Nothing that was read is lost: go on, or tell whoever runs the desk.`;
}

const words: ReadonlyMap<string, string> = new Map([
  ["not-an-id", "Not an account id. Klarna's begin with krn:"],
  ["other-environment", "An account of Klarna's other environment."],
  ["twice", "The same id stands further up in the list."],
  ["erased", "This merchant was erased from the desk. An admin has to have it read again."],
  ["unknown-to-klarna", "Klarna knows no such account."],
  ["NO_ANSWER", "Klarna didn't answer, however often it was asked."],
  ["KLARNA_UNREACHABLE", "Klarna couldn't be reached, however often it was tried."],
  ["UNREADABLE_ANSWER", "Klarna's answer couldn't be read."],
]);

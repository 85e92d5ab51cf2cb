/** Why a line of an import came to nothing, in a sentence. */
export function importFaultWords(fault: string): string {
  return words.get(fault) ?? `Klarna didn't answer for it: ${fault}.`;
}

const words: ReadonlyMap<string, string> = new Map([
  ["not-an-id", "Not an account id. Klarna's begin with krn:"],
  ["other-environment", "An account of Klarna's other environment."],
  ["twice", "The same id stands further up in the list."],
  ["unknown-to-klarna", "Klarna knows no such account."],
  ["NO_ANSWER", "Klarna didn't answer, however often it was asked."],
  ["KLARNA_UNREACHABLE", "Klarna couldn't be reached, however often it was tried."],
  ["UNREADABLE_ANSWER", "Klarna's answer couldn't be read."],
]);

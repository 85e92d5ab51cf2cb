const mostOfALine = 40;

/**
 * What in a text of a bank's could be one of Klarna's references: words with digits in them and codes of eight capitals, as they stand, and what follows the
 * prefix of one (`XD65-113574395` also as `113574395`). Eight capitals without a digit may be a name, so they count where the text is of Klarna, or where
 * nothing stands beside them. Other words and account numbers aren't among them: they stay in the browser.
 */
export function possibleReferences(text: string): readonly string[] {
  const ofKlarna = /klarna/i.test(text);
  const alone = new Set(text.split(" · ").map((part) => part.trim()));
  return withParts(text.split(/[^\p{L}\p{N}_-]+/u).filter((word) => isReference(word) && (/\d/.test(word) || ofKlarna || alone.has(word))));
}

/** What an entry of a list that somebody pasted names: it itself, whatever it is made of, since references are Klarna's to make. */
export function referencesOfEntry(entry: string): readonly string[] {
  const alone = entry.trim();
  return /^[^\s\p{C}]{1,64}$/u.test(alone) && !isOtherwise(alone) ? withParts([alone]) : possibleReferences(entry);
}

/** Whether a word is made like those references of Klarna's that are known. */
export function isReference(word: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{4,63}$/.test(word) && (/\d.*\d/.test(word) || isCode(word)) && !isOtherwise(word);
}

/** Whether a word is made as only Klarna makes them: any bank has references of digits alone. */
export function isKlarnas(word: string): boolean {
  return (isCode(word) && /[A-Z]/i.test(word)) || /^[A-Z]{2}\d{2}-[A-Z0-9]{6,}$/.test(word);
}

/** Such as `XISA93DJ`; one in three has fewer than two digits. In small letters, as somebody may type it, it has one at least: words have none. */
function isCode(word: string): boolean {
  return /^[A-Z0-9]{8}$/.test(word) || /^(?=.*\d)[a-z0-9]{8}$/i.test(word);
}

/** A day is nobody's reference; nor is an account number, which is nobody's business. */
function isOtherwise(word: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(word) || /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(word);
}

function withParts(words: readonly string[]): readonly string[] {
  const parts = words.flatMap((word) => word.split(/[-_]/).filter((part) => part !== word && (/^\d{6,}$/.test(part) || isCode(part))));
  return [...new Set([...words, ...parts])].slice(0, mostOfALine);
}

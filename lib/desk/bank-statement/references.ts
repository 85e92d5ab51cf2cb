const mostOfALine = 40;

/**
 * What in a text of a bank's could be one of Klarna's references: words with digits in them, as they stand, and their number alone where it has a
 * prefix (`XD65-113574395` also as `113574395`). Names, other words and account numbers aren't among them: they stay in the browser.
 */
export function possibleReferences(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}_-]+/u).filter((word) => isPossible(word));
  const parts = words.flatMap((word) => word.split(/[-_]/).filter((part) => part !== word && /^\d{6,}$/.test(part)));
  return [...new Set([...words, ...parts])].slice(0, mostOfALine);
}

function isPossible(word: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{4,63}$/.test(word) && /\d.*\d/.test(word) && !isIban(word) && !/^\d{4}-\d{2}-\d{2}$/.test(word);
}

/** An account number is nobody's reference, and is nobody's business. */
function isIban(word: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(word);
}

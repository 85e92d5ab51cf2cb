/** A label as it stands within a sentence: `Refunds` as `refunds`, and `VAT on fees` as it is. */
export function withinSentence(label: string): string {
  return label.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());
}

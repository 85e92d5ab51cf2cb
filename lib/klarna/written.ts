/** A field's text in Klarna's notation; people write spaces and brackets, and a day where Klarna wants a moment. Undefined for an empty one. */
export function writtenText(name: string, given: string): string | boolean | undefined {
  const text = given.trim();
  if (text === "") return undefined;
  if (name === "iban") return electronicIban(text);
  if (name === "bic") return text.replace(/\s/g, "").toUpperCase();
  if (name === "phone") return text.replace(/[\s()./-]/g, "");
  if (name === "country") return text.toUpperCase();
  // A telephone's pad of digits has no hyphen.
  if (name === "date_of_birth") return text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  if (name === "settlement_enabled") return text === "yes";
  return name.endsWith("_at") && /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
}

/** An IBAN as people write it ("se45 5000 …"), in its electronic form. */
export function electronicIban(written: string): string {
  return written.replace(/\s/g, "").toUpperCase();
}

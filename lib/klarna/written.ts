/** A field's text in Klarna's notation; people write spaces and brackets, and a day where Klarna wants a moment. Undefined for an empty one. */
export function writtenText(name: string, given: string): string | boolean | undefined {
  const text = name.endsWith("_reference") || ["phone", "iban", "bic"].includes(name) ? writtenReference(given) : given.trim();
  if (text === "") return undefined;
  if (name === "iban") return electronicIban(text);
  if (name === "bic") return text.replace(/\s/g, "").toUpperCase();
  if (name === "phone") return text.replace(/[\s()./\p{Pd}]/gu, "");
  if (name === "country") return text.toUpperCase();
  // A telephone's pad of digits has no hyphen.
  if (name === "date_of_birth") return text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  if (name === "settlement_enabled") return text === "yes";
  return name.endsWith("_at") && /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
}

/** A reference as it is sent: of two that look the same, both are the same. */
export function writtenReference(given: string): string {
  return given.replace(unseen, "").trim();
}

/** Marks of direction and the like, which come along with what is copied: numbers and references have none, names of some languages do. */
const unseen = /\p{Cf}/gu;

/** An IBAN as people write it ("se45 5000 …"), in its electronic form. */
export function electronicIban(written: string): string {
  return written.replace(unseen, "").replace(/\s/g, "").toUpperCase();
}

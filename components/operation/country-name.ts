const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** A country's name by its ISO 3166-1 code; the code itself where it has none. */
export function countryName(code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? (names.of(code.toUpperCase()) ?? code) : code;
}

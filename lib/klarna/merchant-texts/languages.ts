/** The languages that a merchant can be told in, as the desk calls them. */
export const languages = {
  en: "English",
  da: "Danish",
  nl: "Dutch",
  fi: "Finnish",
  fr: "French",
  de: "German",
  it: "Italian",
  nb: "Norwegian",
  pl: "Polish",
  es: "Spanish",
  sv: "Swedish",
} as const;

/** As the `lang` of a page's element has it. */
export type Language = keyof typeof languages;

/** The language in which a merchant of a country is told first; English where the country has another one, or isn't known. */
export function languageOf(country: string | null | undefined): Language {
  return spoken.get(country?.toUpperCase() ?? "") ?? "en";
}

const spoken: ReadonlyMap<string, Language> = new Map([
  ["DE", "de"],
  ["AT", "de"],
  ["CH", "de"],
  ["SE", "sv"],
  ["NO", "nb"],
  ["DK", "da"],
  ["FI", "fi"],
  ["NL", "nl"],
  ["BE", "nl"],
  ["FR", "fr"],
  ["ES", "es"],
  ["IT", "it"],
  ["PL", "pl"],
]);

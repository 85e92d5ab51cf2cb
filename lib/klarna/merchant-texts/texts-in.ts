import { english, type MerchantTexts } from "./en/texts";
import type { Language } from "./languages";

/** The rows of a language. Each but English is loaded when it is first asked for: nobody waits for those that they don't read. */
export async function textsIn(language: Language): Promise<MerchantTexts> {
  return language === "en" ? english : (await load[language]()).texts;
}

const load: Readonly<Record<Exclude<Language, "en">, () => Promise<{ readonly texts: MerchantTexts }>>> = {
  da: () => import("./da/texts"),
  de: () => import("./de/texts"),
  es: () => import("./es/texts"),
  fi: () => import("./fi/texts"),
  fr: () => import("./fr/texts"),
  it: () => import("./it/texts"),
  nb: () => import("./nb/texts"),
  nl: () => import("./nl/texts"),
  pl: () => import("./pl/texts"),
  sv: () => import("./sv/texts"),
};

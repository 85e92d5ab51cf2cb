import { countryName } from "./country-name";

/** Countries to choose from, by their English names. */
export const countryOptions: readonly { readonly value: string; readonly label: string; readonly detail: string }[] = codes()
  .map((value) => ({ value, label: countryName(value), detail: value }))
  .sort((a, b) => a.label.localeCompare(b.label, "en"));

/** ISO 3166-1 alpha-2: the second letters, for A to Z in turn. */
function codes(): readonly string[] {
  const seconds =
    "DEFGILMOQRSTUWXZ ABDEFGHIJLMNOQRSTVWYZ ACDFGHIKLMNORUVWXYZ EJKMOZ CEGHRST IJKMOR ABDEFGHILMNPQRSTUWY KMNRTU DELMNOQRST EMOP EGHIMNPRWYZ ABCIKRSTUVY ACDEFGHKLMNOPQRSTUVWXYZ ACEFGILOPRUZ M AEFGHKLMNRSTWY A EOSUW ABCDEGHIJKLMNORSTVXYZ CDFGHJKLMNORTVWZ AGMSYZ ACEGINU FS _ ET AMW";
  return seconds.split(" ").flatMap((letters, index) => (letters === "_" ? [] : [...letters].map((letter) => String.fromCharCode(65 + index) + letter)));
}

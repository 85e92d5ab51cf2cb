/** Light, dark, or as the machine has it. */
export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** What keeps somebody's theme in their browser. A cookie, so that the server knows it: no page waits for a script to have its colours. */
export const themeCookie = "theme";

/** The theme that a cookie or an attribute says; where none was chosen, or nobody knows what it says, it is as the machine has it. */
export function themeFrom(said: string | undefined): Theme {
  return themes.find((theme) => theme === said) ?? "system";
}

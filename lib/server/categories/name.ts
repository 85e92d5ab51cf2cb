import "server-only";
import { categories } from "../checks/category-names";

/** The names of some merchant category codes, by code: what a page hands to the browser, instead of the whole list. */
export function categoryNames(codes: Iterable<string | undefined>): Readonly<Record<string, string>> {
  const asked = new Set(codes);
  return Object.fromEntries(categories.filter(({ code }) => asked.has(code)).map(({ code, name }) => [code, name]));
}

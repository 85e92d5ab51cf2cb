import { type Shown, text } from "../as-sent";

/** What an object of Klarna's holds, as texts by their paths. Several texts are a list. */
export type Leaves = ReadonlyMap<string, readonly string[]>;

/** Reads whatever Klarna sent, whether its reference names it or not: nothing that can be read is left out, nothing odd throws. What is empty isn't there. */
export function leavesOf(given: unknown): Leaves {
  const found = new Map<string, readonly string[]>();
  walk("", given, found);
  return found;
}

function walk(path: string, given: unknown, found: Map<string, readonly string[]>): void {
  if (typeof given === "object" && given !== null && !(Array.isArray(given) && given.every(isFlat))) {
    for (const [name, value] of Object.entries(given)) walk(path === "" ? name : `${path}.${name}`, value, found);
    return;
  }
  const texts = [given].flat().flatMap((one) => asText(one) ?? []);
  if (texts.length > 0) found.set(path, [...(found.get(path) ?? []), ...texts]);
}

/** Whether it can be said in one text: no object, or one that holds none. */
function isFlat(given: unknown): boolean {
  return (
    typeof given !== "object" || given === null || (!Array.isArray(given) && Object.values(given).every((value) => typeof value !== "object" || value === null))
  );
}

function asText(given: unknown): Shown {
  if (typeof given === "boolean") return given ? "Yes" : "No";
  if (typeof given !== "object" || given === null) return text(given);
  const pairs = Object.entries(given).flatMap(([name, value]) => {
    const shown = asText(value);
    return shown === undefined ? [] : [`${name}: ${shown}`];
  });
  return pairs.join(", ") || undefined;
}

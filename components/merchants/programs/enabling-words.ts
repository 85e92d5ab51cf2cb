import { enablementTypeWords } from "@/lib/klarna/program-words";

import { countriesInWords } from "./scope-words";

/** How a program gets enabled at the places of an enablement: a promise that goes before other sentences, and what to beware of. */
export interface EnablingWords {
  /** "" where nothing can be promised of all of it. */
  readonly promise: string;
  readonly warning: string | undefined;
}

/** As the plan says it there, by type with its countries; where it says nothing, as Klarna lists it for the product. Where neither says, nothing is promised. */
export function enablingWords(planned: ReadonlyMap<string, ReadonlySet<string>>, listed: string | null | undefined): EnablingWords {
  const [only = listed ?? ""] = planned.keys();
  if (planned.size < 2) return { promise: promises.get(only) ?? "", warning: only && only !== "OPTIONAL" ? enablementTypeWords(only).meaning : undefined };
  const told = [...planned]
    .filter(([type]) => type !== "OPTIONAL")
    .map(([type, countries]) => {
      const part = [...planned].some(([other, others]) => other !== type && [...countries].some((country) => others.has(country)));
      return `In ${countriesInWords(countries.has("") ? [] : [...countries])}${part ? ", for some categories or currencies" : ""}: ${enablementTypeWords(type).meaning}`;
    });
  return { promise: "How Klarna enables it isn't the same everywhere. ", warning: told.join(" ") };
}

const promises: ReadonlyMap<string, string> = new Map([
  ["OPTIONAL", "Klarna enables it at once, without a review. "],
  ["RESTRICTED", "Klarna enables it only for a merchant that it has approved. "],
]);

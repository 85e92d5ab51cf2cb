import type { Standing } from "./period";
import { inWords } from "./plain-words";

/** How a program gets to a merchant, in a word and in a sentence. */
export interface EnablementTypeWords {
  readonly tone: "good" | "waiting" | "off";
  readonly label: string;
  readonly meaning: string;
}

/** An enablement type of a plan; "" or null where the plan doesn't say. What Klarna adds to its list tomorrow is said as it came. */
export function enablementTypeWords(type: string | null | undefined): EnablementTypeWords {
  if (!type) return { tone: "off", label: "Not said", meaning: "Klarna doesn't say how this program is enabled." };
  const several = type.split(" / ");
  if (several.length > 1)
    return { tone: "off", label: several.map((one) => enablementTypeWords(one).label).join(" or "), meaning: "Klarna's plan says both of this." };
  return known.get(type) ?? { tone: "off", label: inWords(type), meaning: `Klarna calls this ${type}. This desk doesn't know yet what it means.` };
}

/** Where a version of a plan stands, in a word. */
export const versionWords: Readonly<Record<Standing, { readonly tone: "good" | "waiting" | "off"; readonly label: string }>> = {
  past: { tone: "off", label: "Past" },
  current: { tone: "good", label: "In force" },
  coming: { tone: "waiting", label: "Coming" },
};

/** Where an enablement stands, in a word. */
export const enablementStandings: Readonly<Record<Standing, { readonly tone: "good" | "waiting" | "off"; readonly label: string }>> = {
  past: { tone: "off", label: "Over" },
  current: { tone: "good", label: "Enabled" },
  coming: { tone: "waiting", label: "To come" },
};

const known: ReadonlyMap<string, EnablementTypeWords> = new Map([
  ["PRESET", { tone: "good", label: "Always on", meaning: "Every merchant of this plan has it, and your team can't switch it off." }],
  ["OPTIONAL", { tone: "waiting", label: "Optional", meaning: "Your team can enable it for a merchant. It works at once, without a review." }],
  ["RESTRICTED", { tone: "off", label: "Klarna approves", meaning: "Klarna decides which partners may enable it. Ask Klarna before you do." }],
]);

import { dayTime } from "@/components/ui/time";
import { counted } from "@/lib/desk/job-words";
import type { EnablementWarning } from "@/lib/klarna/enablement-warnings";
import type { Enabled } from "@/lib/klarna/enablements";
import type { Span } from "@/lib/klarna/period";
import { offsetWords } from "@/lib/klarna/wall-time";

import { categoriesInWords, countriesInWords, scopeInWords } from "./scope-words";

/** What a warning says: what is so, and what that means or what to do. */
export interface SaidWarning {
  readonly tone: "wrong" | "waiting" | "info";
  readonly title: string;
  readonly text: string;
}

interface Told {
  readonly program: string;
  readonly others: readonly Enabled[];
  readonly zone: string;
}

/** A warning in words, its times by the clocks of a zone. */
export function warningWords(warning: EnablementWarning, { program, others, zone }: Told): SaidWarning {
  const time = (at: number) => (Number.isFinite(at) ? dayTime(new Date(at), zone) : "open");
  const during = ({ from, to }: Span) => (Number.isFinite(to) ? `from ${time(from)} until ${time(to)}` : `from ${time(from)} on`);
  switch (warning.kind) {
    case "ends-before-it-begins":
      return { tone: "wrong", title: "It ends before it begins", text: "Choose an end after the beginning." };
    case "overlap": {
      const other = others.find(({ id }) => id === warning.with);
      return {
        tone: "waiting",
        title: `It overlaps with another enablement of ${program}`,
        text: `${other ? `The other one holds in ${scopeInWords(other.scope)}, ${during(other)}. ` : ""}Both hold in ${scopeInWords(warning.scope)} ${during(warning)}. How Klarna takes that isn't published.`,
      };
    }
    case "gap":
      return {
        tone: "waiting",
        title: `There is a gap ${warning.side === "before" ? "before it" : "after it"}`,
        text: `In ${scopeInWords(warning.scope)} nobody can choose ${program} ${during(warning)}.`,
      };
    case "begins-in-the-past":
      return { tone: "waiting", title: "It begins in the past", text: "It holds as soon as Klarna takes it, not for the time before." };
    case "is-over":
      return { tone: "waiting", title: "Its end has passed", text: "It is over at once. Choose a later end if it is to hold." };
    case "ends-soon":
      return {
        tone: "waiting",
        title: "It ends within 14 days",
        text: `${program} can't be chosen any more after that. The desk will list it under Needs attention.`,
      };
    case "every-country":
      return {
        tone: "waiting",
        title: "No country given: this covers every country",
        text: "Also those that the plan gets later. Name countries to leave the others out.",
      };
    case "every-category":
      return { tone: "waiting", title: "No category given: this covers every category", text: "It goes on when the product's category is changed." };
    case "odd-time":
      return {
        tone: "waiting",
        title: `The clocks are changed at its ${warning.end === "from" ? "beginning" : "end"}`,
        text:
          warning.clock === "never"
            ? `In ${zone} the clocks are put forward over this time, so it is taken as that much later.`
            : `In ${zone} the clocks show this time twice that night. The first is meant.`,
      };
    case "clock-change":
      return {
        tone: "info",
        title: `The clocks in ${zone} are changed in between`,
        text: `It begins by ${offsetWords(warning.from)} and ends by ${offsetWords(warning.to)}. Klarna gets exact moments, so it holds for the hours that you chose.`,
      };
  }
}

const most = 8;

/** The warnings to show, those that are said once before overlaps and gaps; only of these are any left out, and `more` says of what how many. */
export function inPart(warnings: readonly EnablementWarning[]): { readonly shown: readonly EnablementWarning[]; readonly more: string } {
  const many = warnings.filter(({ kind }) => kind === "overlap" || kind === "gap");
  const once = warnings.filter((warning) => !many.includes(warning));
  const shown = many.slice(0, Math.max(1, most - once.length));
  const left = many.slice(shown.length);
  const more = (["overlap", "gap"] as const).map((kind) => counted(left.filter((warning) => warning.kind === kind).length, `more ${kind}`));
  return { shown: [...once, ...shown], more: more.filter((words) => !words.startsWith("0 ")).join(" and ") };
}

/** What an enablement does, in one sentence: it stands above the button that sends it. */
export function inOneSentence(program: string, { scope, from, to }: Omit<Enabled, "id" | "program">, zone: string): string {
  const time = (at: number) => dayTime(new Date(at), zone);
  return `Shoppers in ${countriesInWords(scope.countries)} can choose ${program} at this merchant, for ${categoriesInWords(scope.categories)}, from ${time(from)} until ${time(to)} (${zone}).`;
}

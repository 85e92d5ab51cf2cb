import { isDay } from "@/lib/klarna/day";
import { isListed } from "@/lib/klarna/pricing/choose";
import type { RateFor } from "@/lib/klarna/pricing/rate";

/** How the prices are looked at: the rates themselves, what an order would cost, two sides compared, or the plans with what is to come. */
export const looks = ["rates", "cost", "compare", "plans"] as const;
export type Look = (typeof looks)[number];

/** What is asked of the prices, as the page's address has it. Texts stay as they were typed; "" is not asked. */
export interface Question {
  readonly look: Look;
  readonly plan: string;
  /** A version by its number; "" for the one that holds on the date. */
  readonly version: string;
  readonly date: string;
  readonly category: string;
  readonly country: string;
  readonly currency: string;
  readonly program: string;
  /** What the left side is compared with: another version's number or another category. */
  readonly by: "version" | "category";
  readonly other: string;
  readonly everything: string;
  readonly amount: string;
  readonly captures: string;
  readonly tax: string;
}

/** The question in an address; what it doesn't name is as when the page is opened: the rates of today. */
export function questionIn(search: { get(name: string): string | null }, today: string): Question {
  const start = firstQuestion(today);
  const given = Object.fromEntries(Object.entries(start).map(([name, value]) => [name, search.get(name)?.slice(0, 200) ?? value])) as unknown as Question;
  const date = given.date === "" || isDay(given.date) ? given.date : start.date;
  return { ...given, date, look: looks.find((look) => look === given.look) ?? start.look, by: given.by === "category" ? "category" : "version" };
}

/** The address of a question: only what isn't as when the page is opened. */
export function addressOf(question: Question, today: string): Readonly<Record<string, string>> {
  const start: Readonly<Record<string, string>> = { ...firstQuestion(today) };
  return Object.fromEntries(Object.entries(question).filter(([name, value]) => value !== start[name]));
}

/** What the desk is asked by; undefined where Klarna would be asked by nothing, which it refuses: a category that it doesn't list is left aside. `now` is a moment of the day that is today. */
export function ratesAsked({ version, date, category, country, currency, program }: Question, now: string): Readonly<Record<string, string>> | undefined {
  const asked = {
    ...(version !== "" ? { version } : date !== "" && { date_time: date === now.slice(0, 10) ? now : `${date}T00:00:00Z` }),
    ...(category !== "" && { merchant_category_code: category }),
    ...(country !== "" && { country }),
    ...(currency !== "" && { currency }),
    ...(program !== "" && { payment_program_id: program }),
  };
  const aside = category !== "" && !isListed(category) ? 1 : 0;
  return Object.keys(asked).length > aside ? asked : undefined;
}

/** For what a price is sought. */
export function placeOf({ category, country, currency, program }: Pick<Question, "category" | "country" | "currency" | "program">): RateFor {
  const given = (text: string) => (text === "" ? undefined : text);
  return { merchant_category_code: given(category), country: given(country), currency: given(currency), payment_program_id: given(program) };
}

function firstQuestion(today: string): Question {
  const nothing = { plan: "", version: "", category: "", country: "", currency: "", program: "", other: "", everything: "", tax: "" };
  return { ...nothing, look: "rates", date: today, by: "version", amount: "1000", captures: "1" };
}

import "server-only";
import type { MerchantCategory } from "@/lib/desk/check";

import { categories } from "./category-names";
import { meansToo, plainWords } from "./category-words";

const most = 20;

/** The categories that a question means, best first, at most 20: by code, by the words of the name, by a few other words for it, and past a slip of the pen. */
export function searchCategories(question: string): readonly MerchantCategory[] {
  const asked = plainWords(question);
  if (asked.length === 0) return common.flatMap((code) => searchable.filter((one) => one.code === code)).map(shown);
  const scored = searchable.map((one) => ({ one, score: scoreOf(one, asked) })).filter(({ score }) => score > 0);
  return scored
    .sort((a, b) => b.score - a.score || a.one.code.localeCompare(b.one.code))
    .slice(0, most)
    .map(({ one }) => shown(one));
}

const searchable = categories.map((category) => ({ ...category, words: plainWords(category.name) }));
type Searchable = (typeof searchable)[number];

/** What is offered before anything is typed. */
const common = ["5651", "5691", "5661", "5732", "5712", "5719", "5812", "5945", "5977", "5941", "5942", "5999"];

function shown({ code, name }: Searchable): MerchantCategory {
  return { code, name };
}

/** 0 when a word of the question isn't met. A company's own code comes after those that anybody may have. */
function scoreOf(category: Searchable, asked: readonly string[]): number {
  const scores = asked.map((word) => Math.max(codeScore(category.code, word), ...category.words.map((own, place) => wordScore(own, word) - place * 0.1)));
  return scores.some((score) => score <= 0) ? 0 : scores.reduce((sum, score) => sum + score, 0) * (category.company ? 0.6 : 1);
}

function codeScore(code: string, word: string): number {
  return code === word ? 200 : code.startsWith(word) ? 90 : 0;
}

function wordScore(own: string, word: string): number {
  if (own === word) return 100;
  if (own.startsWith(word)) return 80;
  if (meansToo(word).some((other) => own.startsWith(other))) return 60;
  if (word.length >= 4 && own.includes(word)) return 40;
  return isSlip(own, word) ? 20 : 0;
}

/** One wrong, missing, extra or swapped letter in a word of five or more; it may still be being typed. */
function isSlip(own: string, word: string): boolean {
  return word.length >= 5 && [-1, 0, 1].some((longer) => isOneOff(own.slice(0, word.length + longer), word));
}

function isOneOff(a: string, b: string): boolean {
  const start = [...a].findIndex((letter, index) => letter !== b[index]);
  const at = start < 0 ? Math.min(a.length, b.length) : start;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return swapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

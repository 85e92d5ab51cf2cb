import { set } from "react-hook-form";

import { entityTypes, stakeholderRoles, yesOrNo } from "@/components/operation/choices";
import { countryOptions } from "@/components/operation/countries";
import type { ProblemField } from "@/lib/klarna/problem";
import { valueAt } from "@/lib/klarna/value-at";

import { formOf, type OnboardingForm } from "../form";

/** A row as the wizard's form, and the cells that say something the desk doesn't understand. */
export interface RowForm {
  readonly form: OnboardingForm;
  readonly unread: readonly ProblemField[];
  /** The path of the column that filled a path of the form: people move up where one before them is empty. */
  readonly column: (path: string) => string;
}

/** Fills the form with a row's cells; `paths` says which field each cell is of, `""` where it is of none. */
export function formOfRow(cells: readonly string[], paths: readonly string[]): RowForm {
  const content = {};
  const unread: ProblemField[] = [];
  for (const [index, path] of paths.entries()) {
    const text = cells[index] ?? "";
    if (path === "" || text === "") continue;
    const value = inForm(path, text);
    if (value === undefined) unread.push({ path, message: `“${text.slice(0, 60)}” isn't understood here: ${wanted(path)}` });
    else set(content, path, value);
  }
  const people = peopleIn(content);
  const column = (path: string) => path.replace(/(?<=stakeholders\.)\d+/, (index) => String(people[Number(index)] ?? index));
  return { form: formOf(withoutHoles(content)), unread, column };
}

/** A cell in the form's notation: words for codes, names of countries; undefined where it is none of them. */
function inForm(path: string, text: string): unknown {
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (name === "roles") {
    const roles = text.split(/[,;|/]/).map((role) => codeIn(stakeholderRoles, role));
    return roles.every((role) => role !== undefined) ? roles : undefined;
  }
  if (name === "urls") return text.split(/[\s;|]+|,(?=\s|$|https?:)/).filter(Boolean);
  if (name === "business_entity_type") return codeIn(entityTypes, text);
  if (name === "settlement_enabled") return codeIn(yesOrNo, spoken[text.toLowerCase()] ?? text);
  if (name === "country") return codeIn(countryOptions, text) ?? text;
  // A spreadsheet takes a code for a number, and the zeros before it for nothing.
  return name === "merchant_category_code" && /^\d{1,3}$/.test(text) ? text.padStart(4, "0") : text;
}

const spoken: Readonly<Record<string, string>> = { true: "yes", false: "no", "1": "yes", "0": "no" };

function codeIn(options: readonly { readonly value: string; readonly label: string }[], text: string): string | undefined {
  const asked = plain(text);
  return options.find(({ value, label }) => plain(value) === asked || plain(label) === asked)?.value;
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}

function wanted(path: string): string {
  if (path.endsWith(".settlement_enabled")) return "write yes or no";
  const options = path.endsWith(".roles") ? stakeholderRoles : entityTypes;
  return `write ${options.map(({ label }) => label).join(", ")}`;
}

/** Which people of the table the content has. */
function peopleIn(content: unknown): readonly number[] {
  const people = valueAt(content, "extra_account_data.beneficiary_information.stakeholders");
  return Array.isArray(people) ? Object.keys(people).map(Number) : [];
}

/** Person 2 moves up where there is no person 1. */
function withoutHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(withoutHoles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutHoles(field)]));
}

import type { ProblemField } from "@/lib/klarna/problem";
import { isParent, valueAt } from "@/lib/klarna/value-at";

import type { OnboardingForm } from "./form";

/** The field that a path means: itself, the first field inside it, or undefined when the form has none there. */
export function fieldAt(form: OnboardingForm, path: string): string | undefined {
  return fieldsIn(form, path)[0];
}

/** The fields at and inside a path. */
export function fieldsIn(form: OnboardingForm, path: string): readonly string[] {
  const value = valueAt(form, path);
  if (value === undefined) return [];
  // A list of plain texts, such as roles, is one field.
  const isField = !isParent(value) || (Array.isArray(value) && value.every((item) => typeof item === "string"));
  return isField ? [path] : Object.keys(value).flatMap((name) => fieldsIn(form, `${path}.${name}`));
}

/** Whether anything is filled in at or under a path. */
export function isFilled(value: unknown): boolean {
  return isParent(value) ? Object.values(value).some(isFilled) : typeof value === "string" && value.trim() !== "";
}

/** What is said of fields, each once: what is sent in two places may lie in one field, and be wrong twice. */
export function saidOnce<One extends ProblemField>(faults: readonly One[]): readonly One[] {
  return faults.filter(({ path, message }, index) => faults.findIndex((one) => one.path === path && one.message === message) === index);
}

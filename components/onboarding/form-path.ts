import type { OnboardingForm } from "./form";

/** What the form holds at a path, or undefined. */
export function valueAt(form: OnboardingForm, path: string): unknown {
  return path.split(".").reduce<unknown>((value, part) => (isParent(value) && Object.hasOwn(value, part) ? value[part] : undefined), form);
}

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

function isParent(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

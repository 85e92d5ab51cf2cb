import { z } from "zod";

/** A text as Klarna takes it: printable, well-formed Unicode of at most `max` characters (255 where the reference states nothing else). */
export function text(max = 255) {
  return checked((value) => checkText(value, max));
}

/** A text that must say something. */
export function filled(max = 255) {
  return checked((value) => (/\S/.test(value) ? checkText(value, max) : empty));
}

/** A string with a rule of the field: `check` answers what is wrong and what to do, or nothing. */
export function checked(check: (value: string) => string | undefined) {
  return z.string({ error: (issue) => (issue.input === undefined ? empty : "This must be text") }).superRefine((value, context) => {
    const message = check(value);
    if (message) context.addIssue({ code: "custom", message });
  });
}

/** One of a closed list. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  if (values.length === 1) return z.enum(values, { error: `Choose ${values[0]}` });
  return z.enum(values, { error: ({ input }) => (input === undefined || input === "" ? unchosen : `Choose one of ${values.join(", ")}`) });
}

/** One of a list that Klarna may have added to since: another word of its kind is taken too. */
export function grownChoice(values: readonly string[]) {
  const error = `Choose one of ${values.join(", ")}`;
  return z.string({ error }).regex(/^[A-Z][A-Z0-9_]{0,98}$/, { error });
}

const empty = "Fill this in";
// Who has chosen nothing sees the list, in the words of people.
const unchosen = "Choose one";

// Controls (tab and line breaks among them), line and paragraph separators, and halves of a surrogate pair.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

function checkText(value: string, max: number): string | undefined {
  if (unprintable.test(value)) return "Remove line breaks, tabs and characters that can't be printed";
  return isLonger(value, max) ? `At most ${max} characters` : undefined;
}

// Characters are code points, as in JSON Schema; counting them is only needed near the limit.
function isLonger(value: string, max: number): boolean {
  return value.length > max && [...value].length > max;
}

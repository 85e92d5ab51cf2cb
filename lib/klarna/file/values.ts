import { writtenText } from "../written";
import { type FieldRow, fileFields } from "./fields";
import { at, type Fields, type PartResource } from "./parts";

/** A link of a brand's, as its two inputs have it. */
export interface LinkValue {
  readonly provider: string;
  readonly url: string;
}

/** A field as its input has it: a text, the chosen ones, or rows of links. */
export type FieldValue = string | readonly string[] | readonly LinkValue[];
/** A part as its form has it, by the names of its fields. */
export type Values = Readonly<Record<string, FieldValue>>;
/** A field as it is sent; undefined for an empty one. */
export type Written = string | boolean | readonly string[] | readonly Fields[] | undefined;

/** The form's values for a part as Klarna has it; what doesn't fit an input is shown as empty, and isn't touched unless somebody fills it. */
export function valuesOf(resource: PartResource, part: unknown): Values {
  return Object.fromEntries(fileFields[resource].map((row) => [row.name, inputValue(row, at(part, row.name.split(".")))]));
}

/** One field as its input has it. */
export function inputValue({ kind }: FieldRow, given: unknown): FieldValue {
  switch (kind) {
    case "roles":
      return texts(given);
    case "lines":
      return texts(given).join("\n");
    case "links":
      return Array.isArray(given) ? given.map((link) => ({ provider: text(at(link, ["provider"])), url: text(at(link, ["url"])) })) : [];
    case "yes-no":
      return given === true ? "yes" : given === false ? "no" : "";
    default:
      return text(given);
  }
}

/** One field as it is sent. */
export function writtenValue({ name, kind }: FieldRow, value: FieldValue | undefined): Written {
  if (value === undefined) return undefined;
  if (kind === "lines")
    return String(value)
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  if (kind === "links") return (value as readonly LinkValue[]).flatMap(writtenLink);
  if (typeof value !== "string") return value as readonly string[];
  return writtenText(name.slice(name.lastIndexOf(".") + 1), value);
}

/** Whether two values of a field say the same. */
function isSame(row: FieldRow, one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return canonical(writtenValue(row, one)) === canonical(writtenValue(row, other));
}

/** A written value as one text, for comparing and for digests. An empty list says no more than no value; the order of roles says nothing. */
export function canonical(written: Written): string {
  if (Array.isArray(written) && written.every((item) => typeof item === "string")) return JSON.stringify([...written].sort());
  return JSON.stringify(written === undefined ? [] : written);
}

/** The rows of a part's fields whose values differ. */
export function changedRows(resource: PartResource, start: Values, now: Values): readonly FieldRow[] {
  return fileFields[resource].filter((row) => !isSame(row, start[row.name], now[row.name]));
}

function writtenLink({ provider, url }: LinkValue): readonly Fields[] {
  const link = { ...(provider.trim() && { provider: provider.trim() }), ...(url.trim() && { url: url.trim() }) };
  return Object.keys(link).length > 0 ? [link] : [];
}

function texts(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.filter((item) => typeof item === "string") : [];
}

function text(given: unknown): string {
  return typeof given === "string" || typeof given === "number" ? String(given) : "";
}

import { countryName } from "@/components/operation/country-name";
import { fieldRow, fullLabel } from "@/lib/klarna/file/fields";
import type { PartResource } from "@/lib/klarna/file/parts";
import { inWords } from "@/lib/klarna/plain-words";

import type { CategoryNames } from "../category";
import { momentInWords } from "../file/moment-in-words";
import type { Leaves } from "./leaves";

/**
 * How two values stand to each other. `masked`: both look the same, and the desk shows only a part of them, so that they may differ. `unread`: one
 * of them isn't known.
 */
export type Verdict = "same" | "differs" | "masked" | "unread";

/** One field of both sides. */
export interface ComparedRow {
  readonly path: string;
  readonly label: string;
  /** Whether the label is the desk's own; else it is the field's name as Klarna sent it. */
  readonly named: boolean;
  readonly left: readonly string[] | undefined;
  readonly right: readonly string[] | undefined;
  readonly verdict: Verdict;
}

/** What codes and ids are called. */
export interface Names {
  readonly categories: CategoryNames;
  readonly profiles: ReadonlyMap<string, string>;
}

/** The fields of two things beside each other; a side that wasn't read is undefined. */
export function rowsOf(left: Leaves | undefined, right: Leaves | undefined, names: Names, resource?: PartResource): readonly ComparedRow[] {
  const paths = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])];
  return paths.map((path) => {
    const label = labelOf(resource, path);
    const [one, other] = [left && (left.get(path) ?? []), right && (right.get(path) ?? [])];
    const verdict = verdictOn(one, other);
    const shown = (values: readonly string[] | undefined) => values?.map((value) => shownAs(resource, path, value, names));
    const told = { left: shown(one), right: shown(other) };
    // What differs never looks the same: two moments may differ in what no words say.
    const plain = verdict === "differs" && verdictOn(told.left, told.right) === "same";
    return { path, label: label ?? path, named: label !== undefined, ...(plain ? { left: one, right: other } : told), verdict };
  });
}

/** Whether the desk's server has masked a text: then it is a part of the value, or none. */
export function isMasked(value: string): boolean {
  return /^(?:•••|\d{4}-••-••|(?:[A-Z]{2}•• )?•••• .{4})$/u.test(value);
}

function verdictOn(left: readonly string[] | undefined, right: readonly string[] | undefined): Verdict {
  if (!left || !right) return "unread";
  // What a list holds counts, not its order.
  const same = left.length === right.length && [...left].sort().join("\n") === [...right].sort().join("\n");
  if (!same) return "differs";
  return left.some(isMasked) ? "masked" : "same";
}

/** What a field is called; undefined for one that nobody here has named. Of an address its parts are called after it. */
function labelOf(resource: PartResource | undefined, path: string): string | undefined {
  const row = resource && fieldRow(resource, path);
  if (row) return /address\./.test(path) ? fullLabel(row) : row.label;
  return readOnly.get(path);
}

/** What Klarna says and the file's forms don't hold. */
const readOnly: ReadonlyMap<string, string> = new Map([
  ["account_group_reference", "Group reference"],
  ["account_group_id", "Group id"],
  ["state", "State"],
  ["state_reason", "Klarna's reason"],
  ["state_context.reason_details", "Reason given"],
  ["state_context.compliance_decision_id", "Compliance decision"],
  ["type", "Type"],
  ["distribution_profile_id", "Distribution profile"],
  ["merchant_category_code", "Merchant category"],
  ["channel_collection_reference", "Brand"],
  ["bank_account_type", "Type"],
]);

function shownAs(resource: PartResource | undefined, path: string, value: string, { categories, profiles }: Names): string {
  const field = path.split(".").at(-1) ?? "";
  if (field === "merchant_category_code") return Object.hasOwn(categories, value) ? `${categories[value]} (${value})` : value;
  if (field === "distribution_profile_id") return profiles.get(value) ?? value;
  if (field === "country") return countryName(value);
  if (resource && fieldRow(resource, path)?.kind === "moment") return momentInWords(value);
  return lists.has(field) ? inWords(value) : value;
}

/** Fields that hold a word out of one of Klarna's lists. */
const lists = new Set(["business_entity_type", "type", "state_reason"]);

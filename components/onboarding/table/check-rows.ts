import type { ProblemField } from "@/lib/klarna/problem";
import { electronicIban, writtenReference } from "@/lib/klarna/written";

import { type Checked, checkForm } from "../check";
import type { OnboardingForm } from "../form";
import { formOfRow } from "./form-of-row";
import { type Profiles, profileFault, withProfile } from "./profiles";
import type { FileTable } from "./read-table";

/** A row of a table as a draft that could be made of it. */
export interface CheckedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly form: OnboardingForm;
  readonly checked: Checked;
  /** What has to be corrected before it can be sent, by the paths of the table's columns. */
  readonly faults: readonly ProblemField[];
  /** What a line before it has, too, though it should be each merchant's own. */
  readonly same: readonly { readonly line: number; readonly what: "reference" | "IBAN" }[];
}

/** Holds each row of a table against Klarna's contract; `paths` says which field each column is of. */
export function checkRows({ rows }: FileTable, paths: readonly string[], profiles: Profiles): readonly CheckedRow[] {
  const first = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const { form: written, unread, column } = formOfRow(cells, paths);
    const form = { ...written, products: written.products.map((product) => withProfile(product, profiles)) };
    const checked = checkForm(form);
    const found = [...unread, ...profileFault(form, profiles), ...checked.faults.map((fault) => ({ ...fault, path: column(fault.path) }))];
    const faults = found.filter(({ path }, index) => found.findIndex((one) => one.path === path) === index);
    return { line, cells, form, checked, faults, same: sameIn(first, line, form) };
  });
}

function sameIn(first: Map<string, number>, line: number, form: OnboardingForm): CheckedRow["same"] {
  const { bank_accounts } = form.extra_account_data.settlement_information;
  const own = [
    ["reference", writtenReference(form.account_reference)] as const,
    ...bank_accounts.map(({ iban }) => ["IBAN", electronicIban(iban)] as const),
  ].filter(([, value]) => value !== "");
  return own.flatMap(([what, value]) => {
    const before = first.get(`${what} ${value}`);
    if (before === undefined) first.set(`${what} ${value}`, line);
    return before === undefined || before === line ? [] : [{ line: before, what }];
  });
}

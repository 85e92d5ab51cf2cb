import type { ProblemField } from "@/lib/klarna/problem";

import { type Checked, checkForm } from "../check";
import type { OnboardingForm } from "../form";
import { formOfRow } from "./form-of-row";
import type { FileTable } from "./read-table";

/** A row of a table as a draft that could be made of it. */
export interface CheckedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly form: OnboardingForm;
  readonly checked: Checked;
  /** What has to be corrected before it can be sent, by the form's paths. */
  readonly faults: readonly ProblemField[];
  /** The line before it that has the same reference. */
  readonly sameAs: number | undefined;
}

/** What a product's distribution profile may be called in a table. */
export interface Profiles {
  /** Ids by their names, in small letters. */
  readonly named: ReadonlyMap<string, string>;
  /** That of the rows which name none; "" where it stays open. */
  readonly otherwise: string;
}

/** Holds each row of a table against Klarna's contract; `paths` says which field each column is of. */
export function checkRows({ rows }: FileTable, paths: readonly string[], profiles: Profiles): readonly CheckedRow[] {
  const lines = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const { form: written, unread } = formOfRow(cells, paths);
    const form = { ...written, products: written.products.map((product) => withProfile(product, profiles)) };
    const checked = checkForm(form);
    const reference = form.account_reference.trim();
    const sameAs = lines.get(reference);
    if (reference !== "" && sameAs === undefined) lines.set(reference, line);
    const faults = [...unread, ...checked.faults.filter(({ path }) => !unread.some((one) => one.path === path))];
    return { line, cells, form, checked, faults, sameAs };
  });
}

function withProfile(product: OnboardingForm["products"][number], { named, otherwise }: Profiles): OnboardingForm["products"][number] {
  const given = product.distribution_profile_id.trim();
  return { ...product, distribution_profile_id: given === "" ? otherwise : (named.get(given.toLowerCase()) ?? given) };
}

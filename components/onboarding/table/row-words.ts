import type { CheckHint } from "@/lib/desk/check";
import type { ProblemField } from "@/lib/klarna/problem";

import { fieldLabel } from "../words";
import type { CheckedRow } from "./check-rows";
import { tableColumns } from "./columns";

/** What has to be corrected, a sentence each: "Bank account: IBAN: The check digits don't fit". */
export function faultSentences(faults: readonly ProblemField[]): readonly string[] {
  return faults.map(({ path, message }) => `${tableColumns.find((column) => column.path === path)?.label ?? fieldLabel(path)}: ${message}`);
}

/** What looks odd, and blocks nothing. */
export function hintSentences({ same }: Pick<CheckedRow, "same">, hints: readonly CheckHint[]): readonly string[] {
  return [
    ...same.map(({ line, what }) => `Line ${line} has the same ${what}.`),
    ...hints.map(({ message, merchant }) => (merchant ? `${message} (${merchant.name})` : message)),
  ];
}

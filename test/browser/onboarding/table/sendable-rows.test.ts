import { expect, test } from "vitest";

import type { CheckedRow } from "@/components/onboarding/table/check-rows";
import { sendableRows } from "@/components/onboarding/table/sendable-rows";
import type { RowDraft } from "@/lib/desk/draft";

const right = { faults: [], same: [] };
const row = (given: Partial<CheckedRow> = {}) => ({ line: 2, ...right, ...given }) as unknown as CheckedRow;
const draft: RowDraft = { id: "d1", made: true, outcome: null, account_id: null };
const asked = (given: Partial<CheckedRow> = {}, made: Partial<RowDraft> | null = {}, hints: readonly [number, readonly never[] | null][] = [[2, []]]) =>
  sendableRows([row(given)], new Map(made ? [[2, { ...draft, ...made }]] : []), new Map(hints)).length;

test("Only a draft that needs nobody's eyes any more is sent from a table", () => {
  expect(sendableRows([row()], new Map([[2, draft]]), new Map([[2, []]]))).toEqual([{ line: 2, draftId: "d1" }]);
  expect(asked({}, { made: false }), "brought in before").toBe(1);
  expect(asked({}, { outcome: "rejected" }), "kept back by a limit, perhaps").toBe(1);
  expect(asked({}, null), "no draft").toBe(0);
  expect(asked({ faults: [{ path: "", message: "" }] }), "something to correct").toBe(0);
  expect(asked({ same: [{ line: 1, what: "IBAN" }] }), "as another line").toBe(0);
  expect(asked({}, {}, [[2, [{ path: "", message: "" } as never]]]), "odd").toBe(0);
  expect(asked({}, {}, [[2, null]]), "it couldn't be asked").toBe(0);
  expect(asked({}, {}, []), "not asked yet").toBe(0);
  expect(asked({}, { account_id: "krn:a" }), "a merchant already").toBe(0);
  for (const outcome of ["sent", "unknown", "confirmed"] as const) expect(asked({}, { outcome })).toBe(0);
});

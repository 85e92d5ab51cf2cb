import { expect, test } from "vitest";

import { settlementLineFilterIn } from "@/lib/server/settlements/input";

const kind = (type: string, detailed_type: string) => ({ type, detailed_type }) as never;

test("an address that is older names a kind by its last word, where that is but one kind's", () => {
  const kinds = [kind("SALE", "CAPTURE"), kind("FEE", "FIXED"), kind("RETURN", "FIXED"), kind("TAX", "")];
  const asked = (search: Readonly<Record<string, string>>) => settlementLineFilterIn(search, kinds);
  expect(asked({ type: "CAPTURE", day: "2026-10-12" })).toEqual({ kind: "SALE/CAPTURE", day: "2026-10-12" });
  expect(asked({ type: "TAX" })).toEqual({ kind: "TAX/" });
  expect(asked({ type: "FIXED" })).toEqual({});
  expect(asked({ type: "CAPTURE", kind: "FEE/FIXED" })).toEqual({ kind: "FEE/FIXED" });
});

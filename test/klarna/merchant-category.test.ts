import { expect, test } from "vitest";

import { merchantCategoryCode } from "@/lib/klarna/merchant-category";
import { merchantCategoryCodes } from "@/lib/klarna/merchant-category-codes";
import { objection } from "./issues";

test("knows the 909 codes of the reference, each once and in order", () => {
  expect(merchantCategoryCodes).toHaveLength(909);
  expect([...new Set(merchantCategoryCodes)].sort()).toEqual(merchantCategoryCodes);
  expect(merchantCategoryCodes.every((code) => /^\d{4}$/.test(code))).toBe(true);
});

test("takes the ends of the list and of its ranges", () => {
  for (const code of ["0742", "0744", "3000", "3072", "3839", "5411", "7011", "9406"]) expect(objection(merchantCategoryCode(), code), code).toBeUndefined();
});

test("refuses every other code, Klarna's own sample 5412 among them", () => {
  for (const code of ["5412", "3073", "3840", "0741", "9407", "742", "", "54111"])
    expect(objection(merchantCategoryCode(), code), code).toMatch(/^Klarna doesn't take this/);
});

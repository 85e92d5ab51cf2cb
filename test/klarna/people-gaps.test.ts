import { describe, expect, it } from "vitest";

import { peopleGap, peopleGaps } from "@/lib/klarna/people-gaps";

const codes = (roles: readonly (readonly string[] | null)[], entityType?: string | null) =>
  peopleGaps(
    roles.map((of) => ({ roles: of })),
    entityType,
  ).map(({ code }) => code);

describe("the usual set of people behind a merchant", () => {
  it.each([
    ["a company with an ultimate beneficial owner", [["ULTIMATE_BENEFICIAL_OWNER"], ["LEGAL_REPRESENTATIVE"]], "LIMITED_LIABILITY_COMPANY"],
    ["a company with an owner", [["OWNER", "LEGAL_REPRESENTATIVE"]], null],
    ["a company that nobody owns enough of", [["LEGAL_REPRESENTATIVE"], ["ALTERNATIVE_BENEFICIAL_OWNER"]], "FOUNDATION"],
    ["a sole trader who owns the business", [["OWNER"]], "SOLE_TRADER"],
  ] as const)("is complete for %s", (_, roles, entityType) => {
    expect(codes(roles, entityType)).toEqual([]);
  });

  it.each([
    ["nobody is named", [], null, ["NO_OWNER"]],
    ["only somebody who signs is named", [["LEGAL_REPRESENTATIVE"]], "LIMITED_LIABILITY_COMPANY", ["NO_OWNER"]],
    ["a role is one that nobody knows, or none is said", [["DIRECTOR"], null], "LIMITED_LIABILITY_COMPANY", ["NO_OWNER"]],
    [
      "an alternative owner stands beside an ultimate one",
      [["ULTIMATE_BENEFICIAL_OWNER"], ["ALTERNATIVE_BENEFICIAL_OWNER"]],
      "PUBLIC_LIMITED_COMPANY",
      ["ALTERNATIVE_BESIDE_ULTIMATE"],
    ],
    ["a sole trader has no owner", [], "SOLE_TRADER", ["SOLE_TRADER_WITHOUT_OWNER"]],
    ["a sole trader has a beneficial owner instead of an owner", [["ULTIMATE_BENEFICIAL_OWNER"]], "SOLE_TRADER", ["SOLE_TRADER_WITHOUT_OWNER"]],
    [
      "both are so",
      [["ULTIMATE_BENEFICIAL_OWNER", "ALTERNATIVE_BENEFICIAL_OWNER"]],
      "SOLE_TRADER",
      ["SOLE_TRADER_WITHOUT_OWNER", "ALTERNATIVE_BESIDE_ULTIMATE"],
    ],
  ] as const)("looks incomplete where %s", (_, roles, entityType, expected) => {
    expect(codes(roles, entityType)).toEqual(expected);
  });

  it("is told by a code that is kept, in the same words", () => {
    const [gap] = peopleGaps([], "SOLE_TRADER");
    expect(peopleGap(gap?.code ?? "")).toEqual(gap);
    expect(peopleGap("SOMETHING_NEW")).toBeUndefined();
    expect(peopleGap("toString")).toBeUndefined();
  });
});

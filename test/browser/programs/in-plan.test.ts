import { describe, expect, it } from "vitest";

import { inPlan, isAlwaysOn, outsidePlan, typesInPlan } from "@/components/merchants/programs/in-plan";
import { matrixOf, type PlanMatrix } from "@/lib/klarna/plan-matrix";

const line = (customer_country: string | null, enablement_type: string | null = "OPTIONAL", merchant_category_code = "5712") => ({
  ...{ payment_program_id: "p", customer_country, enablement_type, merchant_category_code, currency: null },
});
const outside = (matrix: PlanMatrix, chosen: readonly string[]) => outsidePlan(inPlan(matrix, "p"), chosen);

describe("where a plan has a program", () => {
  it("is also where it doesn't say how it is enabled", () => {
    expect(outside(matrixOf([line("SE"), line("NO", null)]), ["SE", "NO", "DK"])).toEqual(["DK"]);
  });

  it("is every country as soon as one line of it holds for all, also beside those that it names", () => {
    expect(outside(matrixOf([line("SE"), line(null)]), ["SE", "DK"])).toEqual([]);
    expect(outside(matrixOf([line("SE"), line(null, null)]), ["SE", "DK"])).toEqual([]);
  });

  it("isn't told of a program that the plan doesn't have at all", () => {
    const other = matrixOf([line("SE"), { ...line("NO"), payment_program_id: "q" }]);
    expect(outside(other, ["NO"])).toEqual(["NO"]);
    expect(outsidePlan(inPlan(other, "r"), ["NO"])).toEqual([]);
    expect(outsidePlan(inPlan(undefined, "p"), ["NO"])).toEqual([]);
  });
});

describe("how a program is enabled", () => {
  const matrix = matrixOf([line("SE"), line("NL", "RESTRICTED"), line("NO", "PRESET"), line("NL", "OPTIONAL", "5411"), line("FI", null)]);
  const types = (countries: readonly string[], categories: readonly string[] = ["5712"]) =>
    Object.fromEntries([...typesInPlan(matrix, "p", { countries, categories })].map(([type, where]) => [type, [...where].sort()]));

  it("is by country and category as the plan says it there", () => {
    expect(types(["SE"])).toEqual({ OPTIONAL: ["SE"] });
    expect(types(["SE", "NL"])).toEqual({ OPTIONAL: ["SE"], RESTRICTED: ["NL"] });
    expect(types(["NL"], ["5411"])).toEqual({ OPTIONAL: ["NL"] });
    expect(types(["FI"])).toEqual({});
  });

  it("is everything that the plan says where no country or no category is given", () => {
    expect(types([])).toEqual({ OPTIONAL: ["SE"], RESTRICTED: ["NL"], PRESET: ["NO"] });
    expect(types(["NL"], [])).toEqual({ OPTIONAL: ["NL"], RESTRICTED: ["NL"] });
  });

  it("is both where the plan says two things of one place, or the same of every country", () => {
    const both = matrixOf([line("SE"), line("SE", "RESTRICTED"), line(null, "PRESET")]);
    expect([...typesInPlan(both, "p", { countries: ["SE"], categories: [] }).keys()].sort()).toEqual(["OPTIONAL", "PRESET", "RESTRICTED"]);
  });

  it("is always on as the product's list says it, and by the plan where the list is silent", () => {
    const preset = matrixOf([line("SE", "PRESET"), line("NO", "OPTIONAL", "5411")]);
    const program = { payment_program_id: "p" };
    expect(isAlwaysOn({ ...program, enablement_type: "PRESET" }, undefined, undefined)).toBe(true);
    expect(isAlwaysOn({ ...program, enablement_type: "OPTIONAL" }, preset, "5712")).toBe(false);
    expect(isAlwaysOn(program, preset, "5712")).toBe(true);
    expect(isAlwaysOn(program, preset, undefined)).toBe(false);
    expect(isAlwaysOn(program, undefined, "5712")).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { standingAt } from "@/lib/klarna/period";
import { differencesOf, matrixOf } from "@/lib/klarna/plan-matrix";
import { type PlannedProgram, type PlanVersion, plansIn, programsIn, versionAt } from "@/lib/klarna/program-plans";

const version = (number: number, from: string | null, to: string | null, plan = "retail"): PlanVersion => ({
  ...{ payment_program_plan_id: plan, version: number, effective_from: from, effective_to: to },
});
const versions = [
  version(3, "2027-01-01T00:00:00Z", null),
  version(1, null, "2025-07-01T00:00:00Z"),
  version(2, "2025-07-01T00:00:00Z", "2027-01-01T00:00:00Z"),
];
const on = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe("a plan's versions", () => {
  it.each([
    ["2020-01-01", 1],
    ["2025-06-30", 1],
    ["2025-07-01", 2],
    ["2026-12-31", 2],
    ["2027-01-01", 3],
    ["2099-01-01", 3],
  ])("on %s it is version %i that holds", (day, expected) => {
    expect(versionAt(versions, on(day))?.version).toBe(expected);
  });

  it("leave no version in a gap and before the first, and the later one where two hold", () => {
    const gap = [version(1, "2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"), version(2, "2025-03-01T00:00:00Z", null)];
    expect([versionAt(gap, on("2024-01-01")), versionAt(gap, on("2025-02-01"))]).toEqual([undefined, undefined]);
    expect(versionAt([version(2, "2025-01-15T00:00:00Z", null), version(1, "2025-01-01T00:00:00Z", null)], on("2026-01-01"))?.version).toBe(2);
  });

  it("are sorted by plan, each from the first to the last, and stand in the past, now or still to come", () => {
    const plans = plansIn([...versions, version(1, "2025-01-01T00:00:00Z", null, "travel")]);
    expect([...plans.keys()]).toEqual(["retail", "travel"]);
    expect(plans.get("retail")?.map((each) => [each.version, standingAt(each, on("2026-11-26"))])).toEqual([
      [1, "past"],
      [2, "current"],
      [3, "coming"],
    ]);
  });
});

const anyLine: fc.Arbitrary<PlannedProgram> = fc.record({
  payment_program_id: fc.constantFrom("full", "later", "in-3"),
  merchant_category_code: fc.constantFrom("5661", "5712", null),
  customer_country: fc.constantFrom("SE", "se", "NO"),
  currency: fc.constantFrom("SEK", "NOK", undefined),
  enablement_type: fc.constantFrom("PRESET", "OPTIONAL", "SOMETHING_NEW", undefined),
});
const anyPlan = fc.array(anyLine, { maxLength: 20 });

test("A matrix holds what the plan's lines say, and nothing else", () => {
  fc.assert(
    fc.property(anyPlan, (lines) => {
      const { programs, rows } = matrixOf(lines);
      const key = (parts: readonly unknown[]) => JSON.stringify(parts);
      const said = new Set(
        lines.map((line) =>
          key([
            line.merchant_category_code ?? "",
            line.customer_country?.toUpperCase(),
            line.currency ?? "",
            line.payment_program_id,
            line.enablement_type ?? "",
          ]),
        ),
      );
      const held = rows.flatMap(({ merchant_category_code, customer_country, currency, types }) =>
        types.flatMap(
          (type, index) =>
            (type ?? undefined)?.split(" / ").map((each) => key([merchant_category_code, customer_country, currency, programs[index], each])) ?? [],
        ),
      );
      expect(new Set(held)).toEqual(said);
      expect(held).toHaveLength(said.size);
    }),
  );
});

test("Two versions differ exactly in what turns the one into the other", () => {
  const cells = (lines: readonly PlannedProgram[]) => {
    const { programs, rows } = matrixOf(lines);
    return new Map(
      rows.flatMap(({ types, ...place }) => types.flatMap((type, index) => (type === null ? [] : [[JSON.stringify([place, programs[index]]), type] as const]))),
    );
  };
  fc.assert(
    fc.property(anyPlan, anyPlan, (before, after) => {
      const turned = new Map<string, string>(cells(before));
      for (const { payment_program_id, before: was, after: is, ...place } of differencesOf(matrixOf(before), matrixOf(after))) {
        const key = JSON.stringify([place, payment_program_id]);
        expect(turned.get(key) ?? null).toBe(was);
        if (is === null) turned.delete(key);
        else turned.set(key, is);
      }
      expect(turned).toEqual(cells(after));
      expect(differencesOf(matrixOf(before), matrixOf(before))).toEqual([]);
    }),
  );
});

describe("the programs somewhere", () => {
  const line = (id: string, country: string | null, type: string | null, code = "5712"): PlannedProgram => ({
    ...{ payment_program_id: id, merchant_category_code: code, customer_country: country, currency: "SEK", enablement_type: type },
  });
  const lines = [
    line("full", "SE", "PRESET"),
    line("in-3", "SE", "OPTIONAL"),
    line("in-3", "NO", "RESTRICTED"),
    line("gift", null, null),
    line("full", "SE", "PRESET", "5661"),
  ];

  it("are those of the category, country and currency, in either case, with those that hold for all", () => {
    expect(programsIn(lines, { merchant_category_code: "5712", customer_country: "se", currency: "sek" })).toEqual([
      { payment_program_id: "full", enablement_type: "PRESET" },
      { payment_program_id: "in-3", enablement_type: "OPTIONAL" },
      { payment_program_id: "gift", enablement_type: null },
    ]);
    expect(programsIn(lines, { currency: "EUR" })).toEqual([]);
  });

  it("are told once for each way they get there, where the place is left open", () => {
    expect(programsIn(lines, {}).map(({ payment_program_id, enablement_type }) => `${payment_program_id} ${enablement_type}`)).toEqual([
      "full PRESET",
      "in-3 OPTIONAL",
      "in-3 RESTRICTED",
      "gift null",
    ]);
  });
});

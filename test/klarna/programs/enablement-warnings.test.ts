import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { everyOther } from "@/lib/klarna/enablement-gaps";
import { type Circumstances, type EnablementWarning, enablementWarnings, newWarnings } from "@/lib/klarna/enablement-warnings";
import { type Enabled, enabledBy, type Scope } from "@/lib/klarna/enablements";
import { anyEnabled, anyOthers, holds, places } from "./any-enablements";

const on = (text: string) => Date.parse(`${text}T00:00:00Z`);
const sweden = { countries: ["SE"], categories: ["5712"] };
const planned: Enabled = { id: "", program: "pay-in-3", scope: sweden, from: on("2027-02-01"), to: on("2027-03-01") };
const other = (parts: Partial<Enabled>): Enabled => ({ ...planned, id: "other", ...parts });
const today: Circumstances = { now: on("2026-11-26"), zone: "UTC" };
const told = (parts: Partial<Enabled>, others: readonly Enabled[] = [], circumstances: Partial<Circumstances> = {}) =>
  enablementWarnings({ ...planned, ...parts }, others, { ...today, ...circumstances });
const kinds = (warnings: readonly EnablementWarning[]) => warnings.map(({ kind }) => kind);

describe("an enablement that is planned", () => {
  it("for a time to come, a country and a category of its own, gives nothing to say", () => {
    expect(told({})).toEqual([]);
  });

  it("that ends when or before it begins is nothing else besides", () => {
    expect(kinds(told({ to: planned.from, scope: { countries: [], categories: [] } }))).toEqual(["ends-before-it-begins"]);
    expect(kinds(told({ to: planned.from - 1 }, [other({})]))).toEqual(["ends-before-it-begins"]);
    expect(told({ to: planned.from + 1 })).toEqual([]);
  });

  it("begins in the past, or is over already, but not when it begins this moment", () => {
    expect(kinds(told({}, [], { now: planned.from }))).toEqual([]);
    expect(kinds(told({}, [], { now: planned.from + 1 }))).toEqual(["begins-in-the-past"]);
    expect(kinds(told({}, [], { now: planned.to }))).toEqual(["is-over"]);
  });

  it("ends within 14 days, and not a moment later", () => {
    const fortnight = 14 * 86_400_000;
    expect(kinds(told({ from: today.now, to: today.now + fortnight }))).toEqual(["ends-soon"]);
    expect(kinds(told({ from: today.now, to: today.now + fortnight + 1 }))).toEqual([]);
  });

  it("covers every country or every category where none is named", () => {
    expect(kinds(told({ scope: { countries: [], categories: ["5712"] } }))).toEqual(["every-country"]);
    expect(kinds(told({ scope: { countries: ["SE"], categories: [] } }))).toEqual(["every-category"]);
  });

  it("overlaps with another of its program, and says where and how long", () => {
    const from = on("2027-02-20");
    const whole = other({ scope: { countries: [], categories: [] }, from, to: on("2028-01-01") });
    expect(told({}, [whole])).toEqual([{ kind: "overlap", with: "other", scope: sweden, from, to: planned.to }]);
    for (const apart of [
      { program: "financing" },
      { scope: { countries: ["NO"], categories: [] } },
      { from: planned.to, to: on("2028-01-01") },
      { to: planned.from - 1, from },
    ])
      expect(kinds(told({}, [other(apart)]))).not.toContain("overlap");
    expect(told({ id: "other" }, [whole])).toEqual([]);
  });

  it("leaves a gap after the one before it and before the one after it", () => {
    const [before, after] = [
      other({ id: "a", from: on("2027-01-01"), to: on("2027-01-25") }),
      other({ id: "b", from: on("2027-03-08"), to: on("2027-04-01") }),
    ];
    expect(told({}, [before, after])).toEqual([
      { kind: "gap", side: "before", scope: sweden, from: before.to, to: planned.from },
      { kind: "gap", side: "after", scope: sweden, from: planned.to, to: after.from },
    ]);
    expect(told({}, [other({ from: on("2027-01-01"), to: planned.from }), other({ from: planned.to, to: on("2027-04-01") })])).toEqual([]);
  });

  it("in every country names the country that has a gap", () => {
    const scope: Scope = { countries: [], categories: [] };
    const before = other({ scope: { countries: ["SE"], categories: [] }, from: on("2027-01-01"), to: on("2027-01-25") });
    expect(told({ scope }, [before])).toContainEqual({
      kind: "gap",
      side: "before",
      scope: { countries: ["SE"], categories: [] },
      from: before.to,
      to: planned.from,
    });
  });

  it("whose clocks are changed in between says by how much they are before UTC at both ends", () => {
    expect(told({ to: on("2027-07-01") }, [], { zone: "Europe/Stockholm" })).toEqual([{ kind: "clock-change", from: 60, to: 120 }]);
    expect(told({ to: on("2027-07-01") }, [], { zone: "Asia/Tokyo" })).toEqual([]);
  });

  it("at a time that the clock jumps over, or shows twice, says so", () => {
    expect(told({}, [], { clocks: { from: "never", to: "twice" } })).toEqual([
      { kind: "odd-time", end: "from", clock: "never" },
      { kind: "odd-time", end: "to", clock: "twice" },
    ]);
  });

  it("is changed with a word only about what the change brings", () => {
    const circumstances = { ...today, now: on("2027-02-10") };
    const [before, after] = [planned, { ...planned, to: on("2027-02-12") }].map((one) => enablementWarnings(one, [], circumstances));
    expect(kinds(before ?? [])).toEqual(["begins-in-the-past"]);
    expect(kinds(newWarnings(before ?? [], after ?? []))).toEqual(["ends-soon"]);
  });
});

test("An overlap is told exactly where and when two of the same program hold at once", () => {
  fc.assert(
    fc.property(anyEnabled(""), anyOthers, (one, others) => {
      fc.pre(one.from < one.to);
      const overlaps = enablementWarnings(one, others, { now: -1, zone: "UTC" }).filter((warning) => warning.kind === "overlap");
      const within = (span: { readonly from: number; readonly to: number }, at: number) => span.from <= at && at < span.to;
      const wrong = places.flatMap((place) =>
        others.filter((two) => {
          const both = two.program === one.program && [one, two].every((each) => within(each, place.at) && holds(each.scope, place));
          return both !== overlaps.some((overlap) => overlap.with === two.id && within(overlap, place.at) && holds(overlap.scope, place));
        }),
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("A gap is told exactly where and when nothing of the program holds between an enablement and its neighbour", () => {
  fc.assert(
    fc.property(anyEnabled(""), anyOthers, (one, others) => {
      fc.pre(one.from < one.to);
      const gaps = enablementWarnings(one, others, { now: -1, zone: "UTC" }).filter((warning) => warning.kind === "gap");
      const like = others.filter(({ program, from, to }) => program === one.program && from < to);
      const wrong = places.filter((place) => {
        if (!holds(one.scope, place)) return false;
        const here = like.filter(({ scope }) => holds(scope, place));
        const before = here.filter(({ from }) => from < one.from);
        const after = here.filter(({ to }) => to > one.to);
        const gap =
          (before.length > 0 && place.at < one.from && before.every(({ to }) => to <= place.at)) ||
          (after.length > 0 && place.at >= one.to && after.every(({ from }) => from > place.at));
        return gap !== gaps.some(({ from, to, scope }) => from <= place.at && place.at < to && hasPlace(scope, place, like));
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("An enablement is read from whatever Klarna answers", () => {
  expect(
    enabledBy({
      payment_program_enablement_id: "e",
      payment_program_id: "p",
      enablement_criteria: { customer_countries: ["se", "NO", "SE"] },
      effective_from: "2027-02-01T00:00:00Z",
    }),
  ).toEqual({ id: "e", program: "p", scope: { countries: ["NO", "SE"], categories: [] }, from: on("2027-02-01"), to: Number.POSITIVE_INFINITY });
  const odd = {
    payment_program_enablement_id: "e",
    enablement_criteria: { customer_countries: "SE" as never, merchant_category_codes: [7 as never] },
    effective_to: "soon",
  };
  expect(enabledBy(odd)).toEqual({
    id: "e",
    program: "",
    scope: { countries: [], categories: [] },
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
  });
});

/** With the rest of the world where a gap means it. */
function hasPlace(
  { countries, categories }: Scope,
  { country, category }: { readonly country: string; readonly category: string },
  like: readonly Enabled[],
): boolean {
  const named = (value: string, of: (scope: Scope) => readonly string[]) => like.some(({ scope }) => of(scope).includes(value));
  const isIn = (values: readonly string[], value: string, of: (scope: Scope) => readonly string[]) =>
    values.length === 0 || values.includes(value) || (values.includes(everyOther) && !named(value, of));
  return isIn(countries, country, (scope) => scope.countries) && isIn(categories, category, (scope) => scope.categories);
}

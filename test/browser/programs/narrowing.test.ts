import { describe, expect, it } from "vitest";

import { narrowed, narrowingIn, typesIn, valuesIn } from "@/components/programs/narrowing";

const row = (code: string, country: string, types: readonly (string | null)[]) => ({
  merchant_category_code: code,
  customer_country: country,
  currency: "EUR",
  types,
});
const matrix = {
  programs: ["full", "in-3"],
  rows: [row("5661", "DE", ["PRESET", "OPTIONAL"]), row("5661", "NL", ["PRESET", null]), row("5712", "DE", [null, "RESTRICTED"])],
};
const places = (narrowing: Parameters<typeof narrowed>[1]) =>
  narrowed(matrix, narrowing).rows.map(({ merchant_category_code, customer_country }) => `${merchant_category_code} ${customer_country}`);

describe("a plan's matrix", () => {
  it("is narrowed by each thing that is asked for, and by all of them together", () => {
    expect(places({})).toHaveLength(3);
    expect(places({ category: "5661" })).toEqual(["5661 DE", "5661 NL"]);
    expect(places({ country: "DE" })).toEqual(["5661 DE", "5712 DE"]);
    expect(places({ currency: "SEK" })).toEqual([]);
    expect(places({ program: "in-3" })).toEqual(["5661 DE", "5712 DE"]);
    expect(places({ type: "PRESET" })).toEqual(["5661 DE", "5661 NL"]);
    expect(places({ program: "in-3", type: "PRESET" })).toEqual([]);
    expect(places({ program: "in-3", type: "RESTRICTED", country: "DE" })).toEqual(["5712 DE"]);
  });

  it("has only the column of the program that is asked for, with what stands in it", () => {
    expect(narrowed(matrix, { program: "in-3" })).toEqual({ programs: ["in-3"], rows: [row("5661", "DE", ["OPTIONAL"]), row("5712", "DE", ["RESTRICTED"])] });
    expect(narrowed(matrix, { program: "gone" })).toMatchObject({ programs: [] });
  });

  it("offers what there is, each once, in order", () => {
    expect(valuesIn({ ...matrix, rows: [...matrix.rows, row("", "", [])] }, "merchant_category_code")).toEqual(["5661", "5712"]);
    expect(typesIn(matrix)).toEqual(["OPTIONAL", "PRESET", "RESTRICTED"]);
  });

  it("is asked for by its address, of which only what it knows counts", () => {
    expect(narrowingIn(new URLSearchParams("country=NL&type=&version=2&x=1"))).toEqual({ country: "NL" });
  });
});

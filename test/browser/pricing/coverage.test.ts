import { describe, expect, test } from "vitest";

import { offerRows, offersOf } from "@/components/pricing/coverage/coverage";
import { addressOf, beforeIn, inputsIn, isWhole } from "@/components/pricing/coverage/inputs";
import { matrixOf } from "@/lib/klarna/plan-matrix";
import { readRate } from "@/lib/klarna/pricing/rate";

const line = (payment_program_id: string, enablement_type: string, merchant_category_code = "5411", customer_country = "SE") => ({
  ...{ payment_program_id, enablement_type, merchant_category_code, customer_country, currency: "SEK" },
});
const rate = (program: string, percentage: number, merchant_category_code = "5411") =>
  readRate({ merchant_category_code, country: "SE", currency: "SEK", payment_program_id: `krn:price:${program}`, buy_rate: { percentage } });
const place = { merchant_category_code: "5411", country: "SE", currency: "SEK" };
const kronor = { now: "SEK", before: "SEK" };

describe("the programs of a place", () => {
  test("are those that the plan has there, each with its price, also where prices name it otherwise", () => {
    const matrix = matrixOf([
      line("krn:plan:a", "PRESET"),
      line("krn:plan:b", "OPTIONAL"),
      line("krn:plan:c", "OPTIONAL", "5912"),
      line("krn:plan:d", "PRESET", "5411", "NO"),
    ]);
    const offers = offersOf(matrix, [rate("a", 149), rate("b", 179)], place);
    expect(offers.map(({ id, type, price }) => [id, type, "price" in price && price.price.percentage])).toEqual([
      ["krn:plan:a", "PRESET", 149n],
      ["krn:plan:b", "OPTIONAL", 179n],
    ]);
  });

  test("have no price where none fits, and say so", () => {
    const [offer] = offersOf(matrixOf([line("krn:plan:a", "PRESET")]), [], place);
    expect(offer?.price).toMatchObject({ why: "no rate of this version fits" });
  });

  test("of a category that Klarna doesn't list are only those of every category", () => {
    const matrix = matrixOf([
      line("krn:plan:a", "PRESET"),
      { payment_program_id: "krn:plan:b", enablement_type: "PRESET", customer_country: "SE", currency: "SEK" },
    ]);
    expect(offersOf(matrix, [], { ...place, merchant_category_code: "5412" }).map(({ id }) => id)).toEqual(["krn:plan:b"]);
  });
});

test("a change is told program by program", () => {
  const before = offersOf(
    matrixOf([line("krn:plan:a", "PRESET"), line("krn:plan:b", "OPTIONAL"), line("krn:plan:c", "PRESET")]),
    [rate("a", 149), rate("b", 149), rate("c", 149)],
    place,
  );
  const now = offersOf(
    matrixOf([line("krn:plan:b", "RESTRICTED"), line("krn:plan:c", "PRESET"), line("krn:plan:d", "PRESET")]),
    [rate("b", 139), rate("c", 149)],
    place,
  );
  expect(Object.fromEntries(offerRows(now, before, kronor).map(({ id, change }) => [id, change]))).toEqual({
    "krn:plan:a": "No longer there",
    "krn:plan:b": "Enabled otherwise, −0.10 points",
    "krn:plan:c": "",
    "krn:plan:d": "New",
  });
  expect(offerRows(now, undefined, kronor).every(({ change }) => change === "")).toBe(true);
});

test("fixed parts in two currencies aren't more or less than each other", () => {
  const offer = (fixed_amount: number) =>
    offersOf(matrixOf([line("krn:plan:a", "PRESET")]), [readRate({ buy_rate: { percentage: 149, fixed_amount } })], place);
  expect(offerRows(offer(25), offer(250), { now: "EUR", before: "SEK" })[0]?.change).toBe("In another currency");
  expect(offerRows(offer(25), offer(250), kronor)[0]?.change).toBe("−SEK\u00a02.25");
});

test("of a price that can't be computed nobody says that nothing changes, unless there was and is none", () => {
  const offers = (...percentages: readonly number[]) =>
    offersOf(
      matrixOf([line("krn:plan:a", "PRESET")]),
      percentages.map((percentage) => rate("a", percentage)),
      place,
    );
  const change = (now: readonly number[], before: readonly number[]) => offerRows(offers(...now), offers(...before), kronor)[0]?.change;
  expect(change([149, 159], [139, 149])).toBe("Price can't be compared");
  expect(change([149, 159], [149])).toBe("Price can't be compared");
  expect(change([149, 159], [])).toBe("Price can't be compared");
  expect(change([], [])).toBe("");
});

test("what is asked and what it is compared with stand in the address", () => {
  const today = "2026-11-26";
  const inputs = { profile: "krn:p:1", category: "5411", country: "SE", currency: "SEK", date: today };
  const search = new URLSearchParams(addressOf({ ...inputs, country: "NO" }, inputs, today));
  expect(inputsIn(search, today)).toEqual({ ...inputs, country: "NO" });
  expect(beforeIn(search)).toEqual(inputs);
  expect(addressOf(inputs, inputs, today)).not.toHaveProperty("before");
  expect(beforeIn(new URLSearchParams({ before: "one~two" }))).toBeUndefined();
  expect(isWhole(inputsIn(new URLSearchParams({ category: "5411" }), today))).toBe(false);
  expect(isWhole(inputs)).toBe(true);
});

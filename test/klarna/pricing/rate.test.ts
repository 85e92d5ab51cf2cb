import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readRate } from "@/lib/klarna/pricing/rate";

const holds = { merchant_category_code: "5912", country: "SE", currency: "SEK", payment_program_id: "krn:partner:global:pricing:payments:program:a" };
const price = (percentage: bigint, fixed: bigint) => ({ price: { percentage, fixed } });

function whyOf(sent: unknown): string | undefined {
  const { buy } = readRate(sent);
  return "why" in buy ? buy.why : undefined;
}

describe("a rate as Klarna may write it", () => {
  test("is read with both its sides", () => {
    const rate = readRate({ ...holds, buy_rate: { percentage: 149, fixed_amount: 250 }, sell_rate: { percentage: 209, fixed_amount: 260 } });
    expect(rate).toMatchObject({ holds, buy: price(149n, 250n), sell: price(209n, 260n) });
  });

  test("is read with one price beside what it holds for", () => {
    expect(readRate({ ...holds, percentage: 120, fixed_fee: "100" })).toMatchObject({ holds, buy: price(120n, 100n), sell: undefined });
  });

  test("may leave a part of the price out: then there is none", () => {
    expect(readRate({ ...holds, buy_rate: { fixed_amount: 100 } }).buy).toEqual(price(0n, 100n));
    expect(readRate({ ...holds, buy_rate: { percentage: 120, fixed_amount: null } }).buy).toEqual(price(120n, 0n));
  });

  test("holds for everything where it names nothing", () => {
    expect(readRate({ country: null, currency: "", buy_rate: { percentage: 1 } }).holds).toEqual({});
  });

  test("keeps what came, whatever it was", () => {
    fc.assert(fc.property(fc.anything(), (sent) => Object.is(readRate(sent).sent, sent)));
  });
});

describe("a price that leaves a doubt isn't one", () => {
  test("when something beside it could change the fee", () => {
    expect(whyOf({ ...holds, buy_rate: { percentage: 149, fixed_amount: 250, cap: 500 } })).toMatch(/^it also says cap/);
    expect(whyOf({ ...holds, sales_channel: "ONLINE", buy_rate: { percentage: 149 } })).toMatch(/^the rate also says sales_channel/);
    expect(whyOf({ ...holds, percentage: 149, minimum: 5 })).toMatch(/^it also says minimum/);
    expect(whyOf({ ...holds, rate_id: "7", comment: "as agreed", buy_rate: { percentage: 149, description: "x" } })).toBeUndefined();
  });

  test("when it isn't whole minor units", () => {
    for (const odd of [1.49, "1.49", -5, 2 ** 53, true, {}, [149]])
      expect(whyOf({ ...holds, buy_rate: { percentage: odd } }), String(odd)).toMatch(/^its percentage is/);
  });

  test("when two names say it", () => {
    expect(whyOf({ ...holds, buy_rate: { fixed_amount: 250, fixed_fee: 250 } })).toBe("it says fixed_amount and fixed_fee, which may be the same or not");
  });

  test("when its fixed part is in another currency", () => {
    expect(whyOf({ ...holds, buy_rate: { fixed_amount: 25, currency: "EUR" } })).toBe('its fixed part is in "EUR", the rate in SEK');
    expect(whyOf({ ...holds, buy_rate: { fixed_amount: 25, currency: "sek" } })).toBeUndefined();
  });

  test("when there is nothing to be read", () => {
    for (const odd of [null, undefined, 7, "free", [], {}, holds]) expect(whyOf(odd), JSON.stringify(odd)).toBeDefined();
    expect(whyOf({ ...holds, buy_rate: "1.49 % + 2.50" })).toMatch(/^Klarna wrote it as "1.49 % \+ 2.50"/);
    expect(whyOf({ ...holds, sell_rate: { percentage: 1 } })).toBe("Klarna states no such rate");
  });

  test("for anything at all it says either a price or why, and never fails", () => {
    fc.assert(
      fc.property(fc.record({ buy_rate: fc.anything(), percentage: fc.anything(), fixed_amount: fc.anything() }, { requiredKeys: [] }), (sent) => {
        const { buy } = readRate(sent);
        return "price" in buy ? buy.price.percentage >= 0n && buy.price.fixed >= 0n : buy.why.length > 0;
      }),
    );
  });
});

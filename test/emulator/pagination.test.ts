import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { paginate } from "@/emulator/http/pagination";

import { emulated } from "./setup/emulator";

const address = "http://127.0.0.1/v2/things?color=red";

describe("pages", () => {
  it("put together are the list, forwards and backwards, whatever the size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 40 }), (length, size) => {
        const list = Array.from({ length }, (_, index) => index);
        const forwards: number[] = [];
        let page = paginate(list, { size }, address);
        forwards.push(...page.items);
        while (page.pagination.last_item !== null) {
          page = paginate(list, { size, starting_after: page.pagination.last_item }, address);
          forwards.push(...page.items);
        }
        expect(forwards).toEqual(list);
        const backwards = [...page.items];
        while (page.pagination.first_item !== null) {
          page = paginate(list, { size, ending_before: page.pagination.first_item }, address);
          backwards.unshift(...page.items);
        }
        expect(backwards).toEqual(list);
      }),
    );
  });

  it("lead on by links that keep what was asked", async () => {
    const { call, url } = await emulated();
    const [{ price_plan_id }] = (await call("GET", "/v2/distribution/products/payment/price-plans")).body;
    const { rates, pagination } = (await call("GET", `/v2/distribution/products/payment/price-plans/${price_plan_id}?country=SE&size=2`)).body;
    expect(rates).toHaveLength(2);
    expect(pagination).toMatchObject({ count: 2, first_item: null, last_item: expect.stringMatching(/^[0-9A-Za-z]{13}$/) });
    expect(pagination.links.next.href).toMatch(`${url}/v2/`);
    const next = await call("GET", pagination.links.next.href.slice(url.length));
    expect(next.body.rates[0].country).toBe("SE");
    expect(next.body.rates[0]).not.toEqual(rates[0]);
    expect(next.body.pagination.first_item).not.toBeNull();
  });

  it("refuse a cursor of another list, one that was made up, and two at once", async () => {
    const { call } = await emulated({ seed: 1 });
    const of = (settlement: string, query: string) => call("GET", `/v2/settlement/settlements/${settlement}/transactions?${query}`);
    const cursor = (await of("113574395", "size=5")).body.pagination.last_item;
    expect((await of("113574395", `starting_after=${cursor}`)).status).toBe(200);
    expect((await of("113574409", `starting_after=${cursor}`)).body.validation_errors[0].parameter).toBe("starting_after");
    expect((await of("113574395", "ending_before=Zpq6F3mDYtwK8")).body.validation_errors[0].parameter).toBe("ending_before");
    expect((await of("113574395", `starting_after=${cursor}&ending_before=${cursor}`)).status).toBe(400);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { GET as ratesDoor } from "@/app/api/desk/prices/rates/route";
import { ProblemError } from "@/lib/klarna/problem";
import { planRates } from "@/lib/server/pricing/plan-rates";

import { answered, browserRequest, problemOf } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedAnswer, type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const plan = "krn:partner:global:pricing:payments:price-plan:ad71bc48-8a07-4919-a2c1";
const rate = (country: string, merchant_category_code = "5411") => ({ merchant_category_code, country, currency: "SEK", buy_rate: { percentage: 149 } });
const page = (rates: unknown, last_item: string | null, version: unknown = 2): ScriptedAnswer => ({
  body: JSON.stringify({ price_plan_id: plan, name: "Standard", version, effective_from: "2026-01-01T00:00:00Z", rates, pagination: { last_item } }),
});
const asked = () => klarna.received.map(({ path }) => Object.fromEntries(new URL(path, "http://klarna.example").searchParams));
const read = (question = {}) => planRates("test", plan, { currency: "SEK", ...question }, "interactive");
const problem = async (reading: Promise<unknown>) => ProblemError.of(await reading.catch((error: unknown) => error)).problem;

beforeEach(() => {
  klarna.received.length = 0;
});

describe("the rates of a plan", () => {
  it("are read page by page, to the last", async () => {
    const pages = [page([rate("SE")], "a"), page([rate("NO")], "b"), page([rate("FI")], null)];
    klarna.script = () => pages.shift();
    expect(await read()).toMatchObject({ rates: [rate("SE"), rate("NO"), rate("FI")], version: 2, name: "Standard", category_left_aside: null });
    expect(asked().map(({ starting_after, currency }) => [starting_after, currency])).toEqual([
      [undefined, "SEK"],
      ["a", "SEK"],
      ["b", "SEK"],
    ]);
  });

  it("are read in pages of Klarna's own size where it refuses ours", async () => {
    const refusal = {
      error_id: "5a3f",
      error_type: "INPUT_ERROR",
      error_code: "VALIDATION_ERROR",
      error_message: "Bad",
      validation_errors: [{ parameter: "size", reason: "Too large" }],
    };
    klarna.script = ({ path }) => (path.includes("size=") ? { status: 400, body: JSON.stringify(refusal) } : page([rate("SE")], null));
    expect((await read()).rates).toEqual([rate("SE")]);
    expect(asked().map(({ size }) => size !== undefined)).toEqual([true, false]);
  });

  it("are of one version, or of none", async () => {
    const pages = [page([rate("SE")], "a", 2), page([rate("NO")], null, 3)];
    klarna.script = () => pages.shift();
    expect(await problem(read())).toMatchObject({ status: 409, code: "PLAN_CHANGED" });
  });

  it("keep what is odd among them as it came, and are none where Klarna sends none", async () => {
    klarna.script = () => page([rate("SE"), 7, null, "free"], null);
    expect((await read()).rates).toEqual([rate("SE"), 7, null, "free"]);
    klarna.script = () => page("none", null, null);
    expect(await read()).toMatchObject({ rates: [], version: null });
  });

  it("leave a category aside that Klarna doesn't list, and would refuse", async () => {
    klarna.script = () => page([rate("SE", "5411"), rate("SE", "5912")], null);
    expect(await read({ merchant_category_code: "5412" })).toMatchObject({ category_left_aside: "5412", rates: [{}, {}] });
    expect(asked()[0]).not.toHaveProperty("merchant_category_code");
    await read({ merchant_category_code: "5411" });
    expect(asked()[1]).toMatchObject({ merchant_category_code: "5411" });
  });

  it("aren't asked for by nothing: Klarna would refuse", async () => {
    expect(await problem(planRates("test", plan, {}, "interactive"))).toMatchObject({ status: 400 });
    expect(await problem(planRates("test", plan, { merchant_category_code: "5412" }, "interactive"))).toMatchObject({ status: 400 });
    expect(klarna.received).toEqual([]);
  });
});

describe("the door to them", () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = (await signedIn("finance")).cookie;
  });
  const knock = async (search: Readonly<Record<string, string>>) =>
    answered(await ratesDoor(browserRequest("/api/desk/prices/rates", "GET", { cookie, search: { environment: "test", price_plan_id: plan, ...search } })));

  it("tells what the categories are called", async () => {
    klarna.script = () => page([rate("SE", "5912"), null], null);
    const { status, body } = await knock({ country: "SE" });
    expect(status).toBe(200);
    expect((body as { categories: Record<string, string> }).categories["5912"]).toMatch(/drug/i);
  });

  it("refuses what Klarna would, before it is asked, and says by what one can ask", async () => {
    for (const wrong of [
      {},
      { version: "two" },
      { country: "Sweden" },
      { currency: "XXX" },
      { date_time: "yesterday" },
      { merchant_category_code: "54" },
      { size: "5", version: "1" },
    ])
      expect((await knock(wrong as Record<string, string>)).status, JSON.stringify(wrong)).toBe(400);
    expect(JSON.stringify(problemOf(await knock({})).fields)).toMatch(/at least one/);
    expect(klarna.received).toEqual([]);
  });
});

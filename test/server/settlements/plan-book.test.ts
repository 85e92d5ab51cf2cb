import { beforeEach, expect, test } from "vitest";

import { PlanBook } from "@/lib/server/settlements/fees/plan-book";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

const plan = "krn:partner:global:pricing:payments:price-plan:many";
const day = 86_400_000;
const first = Date.parse("2020-01-01T00:00:00Z");

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});
// One plan, with a new version every day; each has one rate for all.
beforeEach(() => {
  klarna.received.length = 0;
  klarna.script = ({ path }) => {
    const { pathname, searchParams } = new URL(path, "http://klarna.example");
    const versions = Array.from({ length: 60 }, (_, at) => ({ version: at + 1, effective_from: new Date(first + at * day).toISOString() }));
    if (pathname.endsWith("/price-plans")) return { body: JSON.stringify([{ price_plan_id: plan, versions }]) };
    const rates = [{ currency: "EUR", buy_rate: { percentage: 149, fixed_amount: 25 } }];
    return { body: JSON.stringify({ price_plan_id: plan, version: Number(searchParams.get("version")), rates }) };
  };
});

const asked = (version: number, program = "") => ({ plan, program, category: "", at: first + (version - 1) * day + 1 });

test("fifty versions are read for one report, each once; of a fifty-first nothing is said but that they are too many", async () => {
  const book = new PlanBook("test", "EUR", false);
  for (const version of [...Array(50).keys()]) expect(await book.price(asked(version + 1)), `${version + 1}`).toMatchObject({ version: version + 1 });
  expect(await book.price(asked(51))).toEqual({ reason: "too-many", detail: "" });
  // Of one that was read already there is a price still, also for a program that wasn't asked about before.
  expect(await book.price(asked(50, "another"))).toMatchObject({ version: 50 });
  expect(klarna.received).toHaveLength(51);
  expect(book.plans).toHaveLength(50);
});

test("twenty thousand prices are looked for in one report; of one more nothing is said but that they are too many", async () => {
  const book = new PlanBook("test", "EUR", false);
  for (let at = 0; at < 20_000; at += 1) if (!("price" in (await book.price(asked(1, `program-${at}`))))) throw new Error(`Price ${at} isn't told.`);
  expect(await book.price(asked(1, "one-more"))).toEqual({ reason: "too-many", detail: "" });
  expect(await book.price(asked(1, "program-0"))).toMatchObject({ version: 1 });
});

// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";

import { searchStatement } from "@/components/bank-statement/search-statement";
import type { Found, Payable } from "@/lib/desk/bank-statement/match";

afterEach(() => vi.unstubAllGlobals());

interface Asked {
  readonly references: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

/** A desk that knows some payouts, and which of them were paid out within the days. Answers what it was asked. */
function desk(known: readonly string[], paid: readonly string[], more = false): readonly Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const question = JSON.parse(body) as Asked;
    asked.push(question);
    const found = question.references.filter((reference) => known.includes(reference)).map((reference) => ({ reference, payable: payout(reference) }));
    const waiting = question.from ? paid.filter((reference) => !question.references.includes(reference)).map(payout) : [];
    return Response.json({ found, waiting, more: more && question.from !== undefined } satisfies Found);
  });
  return asked;
}

const payout = (id: string): Payable => ({ kind: "payout", id, amount: "100", currency: "SEK", date: "2026-11-05T00:00:00Z", payout: "paid" });
const number = (at: number) => String(113_000_000 + at);
const statement = (count: number) =>
  new TextEncoder().encode(
    ["Date;Text;Amount", ...Array.from({ length: count }, (_, at) => `2026-11-${at === count - 1 ? "20" : "01"};Klarna ${number(at)};1,00`)].join("\n"),
  );

test("a statement of more references than the door takes at once is asked about its days too, without what any part of it has found", async () => {
  const asked = desk([number(3), number(11_999)], [number(3), number(11_999), "missing"]);
  const { matches, waiting, more } = await searchStatement("test", statement(12_000), {});
  expect(matches.filter(({ verdict }) => verdict === "matched").map(({ payable }) => payable?.id)).toEqual([number(3), number(11_999)]);
  expect(waiting.map(({ id }) => id)).toEqual(["missing"]);
  expect(more).toBe(false);
  expect(asked.map(({ references, from, until }) => [references.length, from, until])).toEqual([
    [5_000, undefined, undefined],
    [5_000, undefined, undefined],
    [2_000, undefined, undefined],
    [2, "2026-11-01", "2026-11-20"],
  ]);
});

test("of more findings than the door takes at once none is said to be missing", async () => {
  const all = Array.from({ length: 5_100 }, (_, at) => number(at));
  desk(all, [...all, "missing"]);
  expect((await searchStatement("test", statement(5_100), {})).waiting.map(({ id }) => id)).toEqual(["missing"]);
});

test("a shorter one is asked about at once, and that there is more than the door tells is handed on", async () => {
  const asked = desk([number(0)], ["missing"], true);
  expect(await searchStatement("test", statement(2), {})).toMatchObject({ waiting: [{ id: "missing" }], more: true });
  expect(asked).toHaveLength(1);
});

test("each entry of a pasted list is asked for, and answered", async () => {
  const asked = desk(["XISAQKDJ", "odd/ref"], []);
  const { matches } = await searchStatement("test", new TextEncoder().encode("XISAQKDJ\nodd/ref\nnobodys\n"), {});
  expect(asked[0]?.references).toEqual(["XISAQKDJ", "odd/ref", "nobodys"]);
  expect(matches.map(({ verdict }) => verdict)).toEqual(["not-compared", "not-compared", "not-found"]);
});

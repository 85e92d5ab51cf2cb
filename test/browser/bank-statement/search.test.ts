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

const pasted = async (...lines: string[]) => {
  const { matches, others } = await searchStatement("test", new TextEncoder().encode(lines.join("\n")), {});
  return { found: matches.map(({ line, verdict }) => [line.line, verdict]), others };
};

test("no line that somebody pasted vanishes, however unlike the others it is", async () => {
  desk(["113574395", "XPXDF01F", "113577419", "XPYKR01E"], []);
  const [found, lost] = ["not-compared", "not-found"];
  expect(await pasted("XD65-113574395", "XPXDF01F", "113577419 71736,04 DKK")).toMatchObject({
    found: [
      [1, found],
      [2, found],
      [3, "other-currency"],
    ],
  });
  for (const odd of ["Klarna Bank AB, ref XPYKR01E", "XPYKR01E\t1.00", "XPYKR01E;1.00", "XPYKR01E, 1.00", "24/11/2026 KLARNA BANK AB XPYKR01E 1.00"])
    for (const at of [0, 1, 3]) {
      const lines = ["XPXDF01F", "XPXDF09F", "", "113577419"].filter(Boolean);
      lines.splice(at, 0, odd);
      const { found: rows, others } = await pasted(...lines);
      const expected = [found, lost, found];
      expected.splice(at, 0, odd.includes("1.00") ? "matched" : found);
      expect([rows, others], lines.join("\n")).toEqual([expected.map((verdict, index) => [index + 1, verdict]), 0]);
    }
});

test("a reference in a table is answered whether it is known or not, wherever it stands; other lines are counted", async () => {
  desk(["XPXDF01F"], []);
  expect(await pasted("XPYKR09E\t1.00", "113577419\t1.00", "XPXDF01F\t1.00", "XPXDF09F", "")).toEqual({
    found: [
      [1, "not-found"],
      [2, "not-found"],
      [3, "matched"],
      [4, "not-found"],
    ],
    others: 0,
  });
  expect((await pasted("XPXDF01F\t1.00", "XPYKR09E\t1.00", "whatever this is")).found.at(-1)).toEqual([3, "not-found"]);
  const table = ["Account statement", "Text;Amount", "XPXDF01F;1,00", "XPYKR09E;1,00", "4711234567;1,00", "Rent;1,00", "XD65-113574399", "Printed at noon"];
  expect(await pasted(...table)).toEqual({
    found: [
      [3, "matched"],
      [4, "not-found"],
      [7, "not-found"],
    ],
    others: 3,
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { inTransit, knowledge } from "@/lib/server/payouts/lines";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { faults, inMonth, lineList, linesOf, list, payoutOf, sale, says } from "./scripted";
import { connect, everything, forgetPayouts, readFirst, sync, work } from "./stage";

let klarna: ScriptedKlarna;
let elsewhere: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});
beforeAll(async () => {
  elsewhere = await startScriptedKlarna();
});
afterAll(() => elsewhere.stop());
beforeEach(() => {
  klarna.received.length = 0;
});
afterEach(forgetPayouts);

const paths = () => klarna.received.map(({ path }) => path);

test("a next link to another host is never followed: only its offset counts, at Klarna's own host, with the question that was asked", async () => {
  const steal = `${elsewhere.url}/settlements/v1/payouts?offset=2&size=500&start_date=1999-01-01T00:00:00Z&merchant=other`;
  says(klarna, {
    payouts: (search) => {
      if (!inMonth(search)) return list([]);
      return search.get("offset") === "2" ? list([payoutOf("P3")], { total: 3 }) : list([payoutOf("P1"), payoutOf("P2")], { total: 3, next: steal });
    },
    lines: linesOf([sale()]),
  });
  await readFirst();
  expect(elsewhere.received).toEqual([]);
  expect((await everything()).payouts.map(({ payment_reference }) => payment_reference)).toEqual(["P1", "P2", "P3"]);
  const second = paths().find((path) => path.includes("offset=2"));
  expect(second).toContain("start_date=2024-03-01T00%3A00%3A00Z");
  expect(second).not.toContain("1999");
  expect(second).not.toContain("merchant=");
});

test("a list that leads back to where it was is left, and that is said; what had come stays", async () => {
  says(klarna, {
    payouts: (search) => (inMonth(search) ? list([payoutOf("P1")], { total: 9, next: "https://api.klarna.com/settlements/v1/payouts?offset=0" }) : list([])),
    lines: linesOf([sale()], { next: "/settlements/v1/transactions?offset=0" }),
  });
  await readFirst();
  expect(await faults()).toEqual([
    { code: "list-loops", about: "2024-03-01" },
    { code: "list-loops", about: "P1" },
  ]);
  const { payouts } = await everything();
  // Its lines weren't all read, so it is proved by nothing.
  expect(payouts).toMatchObject([{ payment_reference: "P1", lines_due: true, proof: null }]);
  expect(paths().filter((path) => path.includes("/transactions?payment_reference=P1")).length).toBeLessThan(4);
});

test("fewer lines than Klarna counted prove nothing, and are read again the next time", async () => {
  says(klarna, { payouts: (search) => (inMonth(search) ? list([payoutOf("P1")]) : list([])), lines: linesOf([sale()], { total: 5 }) });
  const id = await readFirst();
  expect(await faults()).toEqual([{ code: "lines-missing", about: "P1: 1 of 5" }]);
  expect((await everything()).payouts).toMatchObject([{ lines_due: true, proof: null }]);
  says(klarna, { payouts: () => list([]), lines: linesOf([sale()]) });
  await sync(id);
  expect((await everything()).payouts).toMatchObject([{ lines_due: false, proof: { equation: "closes", lines: "agree" } }]);
});

test("one odd field of a list's pagination hides no other: where it goes on, and how many there are", async () => {
  says(klarna, {
    payouts: (search) => {
      if (!inMonth(search)) return list([]);
      if (search.get("offset") === "1") return list([payoutOf("P2")], { total: 2 });
      return list([payoutOf("P1")], { total: "2", next: "/settlements/v1/payouts?offset=1" });
    },
    lines: linesOf([sale()], { total: 5, next: 7 }),
  });
  await readFirst();
  expect((await everything()).payouts.map(({ payment_reference }) => payment_reference)).toEqual(["P1", "P2"]);
  // Payouts are read side by side: which of two is missed first nobody knows.
  expect((await faults())?.toSorted((a, b) => a.about.localeCompare(b.about))).toEqual(
    ["P1", "P2"].map((about) => ({ code: "lines-missing", about: `${about}: 1 of 5` })),
  );
});

test("a full page of which Klarna says neither where it goes on nor how many there are isn't taken for all", async () => {
  const lines = Array.from({ length: 500 }, (_, at) => sale({ order_id: `o-${at}`, capture_id: `c-${at}` }));
  says(klarna, { payouts: (search) => (inMonth(search) ? list([payoutOf("P1")]) : list([])), lines: linesOf(lines, { total: null }) });
  await readFirst();
  expect(await faults()).toEqual([{ code: "lines-missing", about: "P1: 500 of at least 500" }]);
  expect((await everything()).payouts).toMatchObject([{ lines_due: true, proof: null }]);
});

const transit = async () => (await inTransit("test", new Date().toISOString())).map(({ lines, sales }) => ({ lines, sales }));
const all = (lines: readonly unknown[], pagination: object = {}) => ({ payouts: () => list([]), lines: linesOf([], {}, () => lineList(lines, pagination)) });
const waiting = [sale(), sale({ order_id: "o-2", capture_id: "c-2", amount: 500 })];

test.each([
  ["leads back to where it was", { next: "/settlements/v1/transactions?offset=0" }, "its list led back to where it had been"],
  ["has fewer lines than Klarna counted", { total: 7 }, "1 of 7 lines came"],
])("a look at the lines in no payout that %s takes nothing away: what was known stays, as of then, and it is said", async (_, odd, about) => {
  says(klarna, all(waiting));
  const id = await readFirst();
  const { pending_at } = await knowledge("test");
  expect(pending_at).not.toBeNull();
  expect(await transit()).toEqual([{ lines: 2, sales: "1500" }]);
  says(klarna, all([sale({ order_id: "o-3", capture_id: "c-3" })], odd));
  expect(await sync(id, "deep")).toMatchObject({ state: "done", faults: [{ code: "pending-unread", about }] });
  expect(await transit()).toEqual([{ lines: 2, sales: "1500" }]);
  expect((await knowledge("test")).pending_at).toBe(pending_at);
  says(klarna, all([sale()]));
  expect(await sync(id, "deep")).toMatchObject({ faults: [] });
  expect(await transit()).toEqual([{ lines: 1, sales: "1000" }]);
  expect(String((await knowledge("test")).pending_at) > String(pending_at)).toBe(true);
});

test("a line that moves on to the next page, because another was captured meanwhile, is counted once; twins on two pages are two", async () => {
  const lines = ["o-1", "o-2", "o-2", "o-3"].map((order_id) => sale({ order_id }));
  const next = "/settlements/v1/transactions?offset=2";
  const paged = (totals: readonly [number, number], rest: readonly unknown[]) =>
    linesOf([], {}, (search) =>
      search.get("offset") === "2" ? lineList(rest, { total: totals[1] }) : lineList(lines.slice(0, 2), { total: totals[0], next }),
    );
  says(klarna, { payouts: () => list([]), lines: paged([3, 4], [lines[1], lines[3]]) });
  const id = await readFirst();
  expect(await transit()).toEqual([{ lines: 3, sales: "3000" }]);
  says(klarna, { payouts: () => list([]), lines: paged([4, 4], lines.slice(2)) });
  expect(await sync(id, "deep")).toMatchObject({ faults: [] });
  expect(await transit()).toEqual([{ lines: 4, sales: "4000" }]);
});

test("where one connection's lines were never looked through to their end, nothing is known of what is in no payout", async () => {
  says(klarna, all(waiting));
  await readFirst();
  says(klarna, all(waiting, { total: 3 }));
  await connect("oc");
  await work();
  expect((await knowledge("test")).pending_at).toBeNull();
});

test("twins in no payout are told apart by how many there are, also where a payout has one already", async () => {
  says(klarna, { payouts: (search) => (inMonth(search) ? list([payoutOf("P1")]) : list([])), lines: linesOf([sale()], {}, () => lineList([sale(), sale()])) });
  const id = await readFirst();
  expect(await query("SELECT place FROM pending_lines ORDER BY place")).toEqual([{ place: 2 }, { place: 3 }]);
  expect(await transit()).toEqual([{ lines: 2, sales: "2000" }]);
  // The second payout brings one of them; looked for again, the last one is the third still.
  const both = (search: URLSearchParams) => (inMonth(search) ? list([payoutOf("P1"), payoutOf("P2")]) : list([]));
  says(klarna, { payouts: both, lines: linesOf([sale()], {}, () => lineList([sale()], { total: 9 })) });
  await sync(id, "full");
  expect(await transit()).toEqual([{ lines: 1, sales: "1000" }]);
  says(klarna, { payouts: both, lines: linesOf([sale()], {}, () => lineList([sale()])) });
  await sync(id, "full");
  expect(await query("SELECT place FROM pending_lines")).toEqual([{ place: 3 }]);
  expect(await transit()).toEqual([{ lines: 1, sales: "1000" }]);
});

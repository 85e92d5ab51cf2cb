import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { withDesk } from "../harness/desk";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";
import { faults, inMonth, linesOf, list, payoutOf, sale, says } from "./scripted";
import { everything, forgetPayouts, readFirst, sync } from "./stage";

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

import { beforeAll, expect, test } from "vitest";

import { POST as counts } from "@/app/api/desk/directory/counts/route";
import { POST as groups } from "@/app/api/desk/directory/groups/route";
import { POST as directory } from "@/app/api/desk/directory/route";
import { everything, filterKeys, sortKeys } from "@/lib/desk/directory";
import { isProblem } from "@/lib/klarna/problem";

import { type Answered, answered, browserRequest, problemOf } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("support")).cookie;
});

const knock = async (door: (request: Request) => Promise<Response>, body: unknown): Promise<Answered> =>
  answered(await door(browserRequest("/api/desk/directory", "POST", { cookie, body })));

function expectRefused(answer: Answered, what: string): void {
  expect(answer.status, what).toBe(400);
  expect(isProblem(answer.body), what).toBe(true);
}

test("a page of merchants can't be asked for by a cursor that the desk didn't make, or made for another list", async () => {
  const cursor = (...value: readonly unknown[]) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const page = (after: string, asked: object = everything) => knock(directory, { environment: "test", asked, after });
  const time = "2026-01-01T00:00:00.000000Z";
  const odd = ["x", "", "{}", cursor(), cursor(null), cursor("1", "a"), cursor("typed", "0"), cursor("typed", "0", time), cursor("typed", "0", "now", "krn:a")];
  for (const at of ["Mon Nov 23 2026", "infinity", "2026-99-99T00:00:00.000000Z", "2026-02-30T00:00:00.000000Z"]) odd.push(cursor("typed", "0", at, "krn:a"));
  for (const phase of ["1", "9", "-1", "1.5", "", "__proto__", "1e300", 0, null]) odd.push(cursor("typed", phase, time, "krn:a"));
  for (const keys of [
    [time, 1],
    [time, null],
    [time, "krn:a", "b"],
    [{}, []],
  ])
    odd.push(cursor("typed", "0", ...keys));
  odd.push(cursor("guessed", "0", time, "krn:a"), "a".repeat(6_001));
  for (const after of odd) expectRefused(await page(after), after);
  expectRefused(await page(cursor("similar", "0", "none", "a", "krn:a"), { ...everything, text: "nordlys" }), "likeness");
  expect((await page(cursor("typed", "0", time, "krn:a"))).status).toBe(200);
  expect((await page(cursor("typed", "0", "a\0\ud800", "krn:a"), { ...everything, sort: { key: "name", descending: false } })).status).toBe(200);
});

test("whatever is searched for and narrowed to is answered: with what there is, or with a refusal that says why", async () => {
  const hostile = [
    "%",
    "_",
    "\\",
    "'; DROP TABLE merchants; --",
    "a\0b",
    "\ud800",
    "\u202eabc",
    "🌸",
    "نوردليس",
    "東京",
    "%".repeat(200),
    "krn:",
    "krn:a",
    "a".repeat(200),
  ];
  for (const text of hostile) expect((await knock(groups, { environment: "test", text })).status, text).toBe(200);
  expectRefused(await knock(groups, { environment: "test", text: "x".repeat(201) }), "long");
  for (const door of [directory, counts]) {
    const asking = (asked: object) => knock(door, { environment: "test", asked: { ...everything, ...asked } });
    for (const text of hostile) expect((await asking({ text })).status, text).toBe(200);
    for (const key of filterKeys)
      for (const value of hostile) expect((await asking({ text: "nord", filters: { [key]: [value] } })).status, `${key} ${value}`).toBe(200);
    for (const key of sortKeys) for (const text of ["", "nord"]) expect((await asking({ text, sort: { key, descending: true } })).status, key).toBe(200);
    const long = await asking({ text: "x".repeat(10_000) });
    expectRefused(long, "long");
    expect(problemOf(long).fields[0]?.message).toBe("Search for at most 200 characters");
    for (const odd of [
      { filters: { colour: ["x"] } },
      { filters: { state: "x" } },
      { days: { seen: 0 } },
      { days: { seen: 1e9 } },
      { sort: { key: "id", descending: true } },
    ])
      expectRefused(await asking(odd), JSON.stringify(odd));
    expectRefused(await asking({ filters: { tag: Array(51).fill("x") } }), "many");
  }
});

import { beforeAll, beforeEach, expect, test } from "vitest";

import { GET as payoutsCsv } from "@/app/api/desk/payouts/csv/route";
import { GET as settlementsCsv } from "@/app/api/desk/settlements/csv/route";
import { query } from "@/lib/server/db/client";

import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

withDesk(noKlarna);

let finance: SignedIn;
beforeAll(async () => {
  finance = await signedIn("finance");
  await query(
    `INSERT INTO settlements (environment, settlement_id, source, currency, amount, period_from, period_to)
     SELECT 'test', 'S-' || n, 'imported', CASE WHEN n % 2 = 0 THEN 'SEK' ELSE 'JPY' END, n, now() - interval '8 days', now() - interval '1 day' - make_interval(mins => n)
     FROM generate_series(1, 1203) n`,
  );
  await query(
    `WITH c AS (INSERT INTO payout_connections (environment, region, name, hint, start_date, listed_until) VALUES ('test', 'eu', 'A shop', 'k', '2025-01-01', now()) RETURNING id)
     INSERT INTO payouts (environment, connection_id, payment_reference, payout_date, listed_at, currency, amount, merchant_id, content, lines_due, proof)
     SELECT 'test', c.id, 'P-' || n, now(), now() - n * interval '1 hour', 'EUR', -n, 'K1', '{}', false, '{"equation": "closes", "lines": "agree", "gap": "0"}' FROM c, generate_series(1, 702) n`,
  );
  await query("INSERT INTO settlements (environment, settlement_id, source, currency, amount) VALUES ('live', 'S-LIVE', 'imported', 'SEK', 1)");
});
let before: number;
beforeEach(async () => {
  before = await latestAudit();
});

type Door = (request: Request) => Promise<Response>;
const ask = async (door: Door, search: Readonly<Record<string, string>> = {}) => {
  const response = await door(browserRequest("/door", "GET", { cookie: finance.cookie, search: { environment: "test", ...search } }));
  const [head = "", ...rows] = (await response.text()).replace("\ufeff", "").trim().split("\r\n");
  return { name: response.headers.get("content-disposition"), head: head.split(","), rows: rows.map((row) => row.split(",")) };
};

test("all settlements that a filter finds are in the file, each once, their amounts as the currency has them; that it was taken is noted, not what was searched for", async () => {
  const { name, head, rows } = await ask(settlementsCsv);
  expect(name).toMatch(/^attachment; filename="settlements-test-20\d\d-\d\d-\d\d\.csv"$/);
  expect(head.slice(0, 6)).toEqual(["settlement_id", "period_from", "period_to", "currency", "amount", "payout_id"]);
  expect(new Set(rows.map(([id]) => id)).size).toBe(1_203);
  expect(rows.find(([id]) => id === "S-1000")?.[4]).toBe("10.00");
  expect(rows.find(([id]) => id === "S-1001")?.[4]).toBe("1001");
  expect((await ask(settlementsCsv, { currency: "SEK", text: "S-12" })).rows.map(([id]) => id).sort()).toEqual([
    "S-12",
    "S-120",
    "S-1200",
    "S-1202",
    "S-122",
    "S-124",
    "S-126",
    "S-128",
  ]);
  const noted = (await auditAfter(before)).map(({ kind, detail }) => [kind, detail]);
  expect(noted).toEqual([
    ["settlements-exported", { narrowed_by: [] }],
    ["settlements-exported", { narrowed_by: ["text", "currency"] }],
  ]);
});

test("and so are all payouts, those below nothing too", async () => {
  const { head, rows } = await ask(payoutsCsv, { currency: "EUR" });
  expect(head.slice(0, 4)).toEqual(["payment_reference", "payout_date", "currency", "amount"]);
  expect(new Set(rows.map(([reference]) => reference)).size).toBe(702);
  expect(rows[0]?.slice(3, 9)).toEqual(["-0.01", "K1", "", "closes", "agree", "false"]);
  expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["payouts-exported", { narrowed_by: ["currency"] }]]);
});

test("what a list can't be narrowed to is refused, not left aside", async () => {
  for (const [door, search] of [
    [settlementsCsv, { verdict: "perhaps" }],
    [settlementsCsv, { after: "x" }],
    [payoutsCsv, { from: "2026-02-30" }],
    [payoutsCsv, { proof: "perhaps" }],
    [payoutsCsv, { other: "x" }],
  ] as const)
    expect((await answered(await door(browserRequest("/door", "GET", { cookie: finance.cookie, search: { environment: "test", ...search } })))).status).toBe(
      400,
    );
  expect(await auditAfter(before)).toEqual([]);
});

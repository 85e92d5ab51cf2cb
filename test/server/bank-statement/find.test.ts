import { describe, expect, it } from "vitest";

import { POST } from "@/app/api/desk/bank-statement/route";
import { type Found, matches } from "@/lib/desk/bank-statement/match";
import { findPayables } from "@/lib/server/bank-statement/find";
import { query } from "@/lib/server/db/client";

import { answered, browserRequest } from "../harness/ask";
import { moveDatabase } from "../harness/database-zone";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { plansOf } from "../harness/plans";

withDesk(noKlarna);

describe("what a bank statement names", () => {
  it("is found among the settlements by the id, with or without the prefix of its kind, in this environment only", async () => {
    await settlement("XD65-113574395", { amount: 7_874_300, currency: "EUR" });
    await settlement("XD65-113574395", { amount: 1, currency: "EUR" }, "live");
    expect((await find(["XD65-113574395"])).found).toMatchObject([
      { payable: { kind: "settlement", id: "XD65-113574395", amount: "7874300", currency: "EUR" } },
    ]);
    expect((await find(["113574395"])).found).toMatchObject([{ reference: "113574395", payable: { id: "XD65-113574395", amount: "7874300" } }]);
    expect((await find(["13574395", "XD65", "%"])).found).toEqual([]);
  });

  it("is found among the payouts of the older API, unless a settlement is the same money", async () => {
    await payout("9ab3ef", { amount: 500, currency: "SEK", date: "2026-11-02T00:00:00Z" });
    expect((await find(["9ab3ef"])).found).toMatchObject([{ payable: { kind: "payout", id: "9ab3ef", amount: "500" } }]);
    await settlement("9ab3ef", { amount: 500, currency: "SEK" });
    expect((await find(["9ab3ef"])).found).toMatchObject([{ payable: { kind: "settlement", id: "9ab3ef" } }]);
    // Also where the payout is named by the settlement's number alone: else a bank's line of each would be two payments.
    await payout("113574401", { amount: 900, currency: "SEK", date: "2026-11-02T00:00:00Z" });
    await settlement("XD65-113574401", { amount: 900, currency: "SEK" });
    const { found } = await find(["XD65-113574401", "113574401"]);
    expect(found.map(({ payable: { kind, id } }) => `${kind} ${id}`)).toEqual(["settlement XD65-113574401", "settlement XD65-113574401"]);
  });

  it("is the payout while its settlement is only announced, without an amount; and that is waited for, unless the statement names it", async () => {
    await payout("113574409", { amount: 900, currency: "SEK", date: "2026-06-02T00:00:00Z" });
    await settlement("XD65-113574409", { amount: null, currency: null });
    const june = { from: "2026-06-01", until: "2026-06-09" };
    expect((await find([], june)).waiting.map(({ id }) => id)).toEqual(["113574409"]);
    expect(await find(["113574409"], june)).toMatchObject({ found: [{ payable: { kind: "payout", amount: "900" } }], waiting: [] });
    expect(await find(["XD65-113574409"], june)).toMatchObject({ found: [{ payable: { kind: "settlement", amount: null } }], waiting: [] });
  });

  it("is found in small letters too, and then isn't waited for; what is written in them is found first", async () => {
    await payout("XPXDF01F", { amount: 700, currency: "SEK", date: "2026-08-02T00:00:00Z" });
    await settlement("XD65-XPYKR01E", { amount: 800, currency: "SEK" });
    const ids = async (...references: string[]) => (await find(references)).found.map(({ reference, payable: { id } }) => `${reference} ${id}`);
    expect(await ids("xpxdf01f", "XPXDF01F")).toEqual(["XPXDF01F XPXDF01F", "xpxdf01f XPXDF01F"].sort());
    expect(await ids("xd65-xpykr01e", "xpykr01e")).toEqual(["xd65-xpykr01e XD65-XPYKR01E", "xpykr01e XD65-XPYKR01E"]);
    const august = { from: "2026-08-01", until: "2026-08-09" };
    expect((await find(["xpxdf01f"], august)).waiting).toEqual([]);
    expect((await find(["nobodys"], august)).waiting.map(({ id }) => id)).toEqual(["XPXDF01F"]);
    await payout("xpxdf01f", { amount: 701, currency: "SEK", date: "2026-07-02T00:00:00Z" });
    await settlement("XPXDF01F", { amount: 702, currency: "SEK" });
    expect((await find(["xpxdf01f"])).found).toMatchObject([{ payable: { kind: "payout", id: "xpxdf01f" } }]);
  });

  it("is found by an index, in either case", async () => {
    await query(
      "INSERT INTO settlements (environment, settlement_id, source) SELECT 'test', 'XD65-' || 500000000 + n, 'announced' FROM generate_series(1, 2000) n",
    );
    await query(
      `INSERT INTO payouts (environment, connection_id, payment_reference, listed_at, content)
       SELECT 'test', (SELECT id FROM payout_connections LIMIT 1), 'MANY' || n, now(), '{}' FROM generate_series(1, 2000) n`,
    );
    await query("ANALYZE settlements, payouts");
    const plan = await plansOf(() => findPayables({ environment: "test", references: ["xpxdf01f"] }));
    for (const index of ["settlements_environment_settlement_id_pk", "settlements_by_number", "payouts_by_reference"]) expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (settlement|payout)/);
  });

  it("leaves what was paid out within its days and is named by nothing", async () => {
    await payout("paid-and-named", { amount: 1, currency: "SEK", date: "2026-10-02T00:00:00Z" });
    await payout("paid-and-missing", { amount: 2, currency: "SEK", date: "2026-10-03T00:00:00Z" });
    await payout("paid-later", { amount: 3, currency: "SEK", date: "2026-10-09T00:00:00Z" });
    await payout("taken-back", { amount: -3, currency: "SEK", date: "2026-10-03T00:00:00Z" });
    const { waiting } = await find(["paid-and-named"], { from: "2026-10-01", until: "2026-10-09" });
    expect(waiting.map(({ id }) => id)).toEqual(["paid-and-missing"]);
    expect((await find(["paid-and-named"])).waiting).toEqual([]);
  });

  it("expects what an invoice for fees comes to to go out, and doesn't wait for it to come in", async () => {
    const kinds = { "fees-of-may": "GROSS_FEE", "sales-of-may": "GROSS", "fees-signed": "GROSS_FEE" };
    for (const [reference, type] of Object.entries(kinds)) {
      await payout(reference, { amount: reference === "fees-signed" ? -4041 : 4041, currency: "SEK", date: "2026-05-03T00:00:00Z" });
      await query("UPDATE payouts SET settlement_type = $2 WHERE payment_reference = $1", [reference, type]);
    }
    const { found } = await find(Object.keys(kinds));
    expect(found.map(({ payable: { id, amount, payout: how } }) => [id, amount, how])).toEqual([
      ["fees-of-may", "-4041", "invoice"],
      ["fees-signed", "-4041", "invoice"],
      ["sales-of-may", "4041", "paid"],
    ]);
    const verdicts = (bank: string) => {
      const lines = found.map((_, at) => ({ line: at + 1, text: "", amount: bank, currency: "SEK" }));
      return matches(lines, new Map(found.map(({ reference }, at) => [at + 1, [reference]])), found).map(({ verdict }) => verdict);
    };
    expect(verdicts("-40.41")).toEqual(["matched", "matched", "differs"]);
    expect(verdicts("40.41")).toEqual(["differs", "differs", "matched"]);
    expect((await find([], { from: "2026-05-01", until: "2026-05-09" })).waiting.map(({ id }) => id)).toEqual(["sales-of-may"]);
  });

  it("tells what was settled within its days from what was paid out, and that there is more than it says", async () => {
    const settled = async (id: string, payout: string) => {
      await settlement(id, { amount: 100, currency: "NOK" });
      await query(`UPDATE settlements SET period_to = '2025-03-04T00:00:00Z', ${payout} WHERE settlement_id = $1`, [id]);
    };
    await settled("settled-only", "payout_id = NULL");
    await settled("settled-on-its-way", "payout_id = 'krn:payout:1'");
    await settled("settled-and-paid", "paid_out_at = '2025-03-05T00:00:00Z'");
    const days = { from: "2025-03-01", until: "2025-03-09" };
    const { waiting, more } = await find([], days);
    expect(waiting.map(({ id, payout }) => [id, payout])).toEqual([
      ["settled-on-its-way", "on-its-way"],
      ["settled-only", "none"],
      ["settled-and-paid", "paid"],
    ]);
    expect(more).toBe(false);
    const [first] = waiting;
    expect((await find([first?.id ?? ""], days)).waiting).toHaveLength(2);
    await query(
      "INSERT INTO settlements (environment, settlement_id, source, amount, currency, period_to) SELECT 'test', 'many-' || n, 'announced', 1, 'NOK', '2025-03-04' FROM generate_series(1, 198) n",
    );
    const full = await find([], days);
    expect([full.waiting.length, full.more]).toEqual([200, true]);
  });

  it("is waited for by days in UTC, also where the database reckons in another zone", async () => {
    for (const [id, date] of Object.entries({
      "the-day-before": "2026-04-30T23:30:00Z",
      "on-the-day": "2026-05-01T00:30:00Z",
      "at-the-end": "2026-05-01T23:30:00Z",
    }))
      await payout(id, { amount: 100, currency: "SEK", date });
    await moveDatabase("Europe/Stockholm");
    const { waiting } = await find([], { from: "2026-05-01", until: "2026-05-02" });
    await moveDatabase("UTC");
    expect(waiting.map(({ id }) => id)).toEqual(["on-the-day", "at-the-end"]);
  });

  it("is nobody's business but finance's and the auditor's", async () => {
    const { cookie } = await signedIn("support");
    const refused = await POST(browserRequest("/api/desk/bank-statement", "POST", { cookie, body: { environment: "test", references: ["A1"] } }));
    expect(refused.status).toBe(403);
  });
});

async function find(references: readonly string[], days: { readonly from?: string; readonly until?: string } = {}): Promise<Found> {
  const { cookie } = await signedIn("finance");
  const answer = await answered(await POST(browserRequest("/api/desk/bank-statement", "POST", { cookie, body: { environment: "test", references, ...days } })));
  expect(answer.status).toBe(200);
  return answer.body as Found;
}

async function settlement(
  id: string,
  { amount, currency }: { readonly amount: number | null; readonly currency: string | null },
  environment = "test",
): Promise<void> {
  await query("INSERT INTO settlements (environment, settlement_id, source, amount, currency) VALUES ($1, $2, 'announced', $3, $4)", [
    environment,
    id,
    amount,
    currency,
  ]);
}

async function payout(reference: string, given: { readonly amount: number; readonly currency: string; readonly date: string }): Promise<void> {
  const connection = "SELECT id FROM made";
  await query(
    `WITH made AS (INSERT INTO payout_connections (environment, region, name, hint, start_date) VALUES ('test', 'eu', 'A shop', 'PK', '2026-01-01') RETURNING id)
     INSERT INTO payouts (environment, connection_id, payment_reference, payout_date, listed_at, currency, amount, content)
     VALUES ('test', (${connection}), $1, $2, $2, $3, $4, '{}')`,
    [reference, given.date, given.currency, given.amount],
  );
}

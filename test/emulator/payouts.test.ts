import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { credentialOf } from "@/emulator/payouts/credentials";
import { type Emulator, startEmulator } from "@/emulator/start";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ seed: 3 });
  // Some ask faster than Klarna would let them.
  await limits("unlimited");
});
afterEach(() => emulator.stop());

const { apiKey, uuid, legacy } = credentialOf("eu", "test");
const basic = ({ username, password }: { username: string; password: string }) => `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
const get = (path: string, { place = "eu/test", authorization = `Basic ${apiKey}` } = {}) =>
  fetch(`${emulator.url}/payouts/${place}/settlements/v1${path}`, { headers: { authorization } });
const json = async (path: string, place?: string, authorization?: string) =>
  (await get(path, { ...(place && { place }), ...(authorization && { authorization }) })).json();
const limits = (factor: number | "unlimited") => fetch(`${emulator.url}/__emulator/limits`, { method: "POST", body: JSON.stringify({ factor }) });
const order = (body: object) => fetch(`${emulator.url}/__emulator/payouts`, { method: "POST", body: JSON.stringify(body) });

interface Payouts {
  readonly payouts: readonly {
    readonly payment_reference: string;
    readonly payout_date: string;
    readonly merchant_settlement_type: string;
    readonly totals: Record<string, number>;
  }[];
  readonly pagination: { readonly count: number; readonly total: number; readonly next: string | null; readonly prev: string | null };
}

describe("the Settlements API", () => {
  it("lets in by a key as it is, by user name and key, and by an older user name and password", async () => {
    for (const authorization of [`Basic ${apiKey}`, basic(uuid), basic(legacy)]) expect((await get("/payouts", { authorization })).status).toBe(200);
    for (const authorization of [
      "",
      "Basic ",
      basic({ username: "x", password: apiKey }),
      `Basic ${Buffer.from(apiKey).toString("base64")}`,
      `Bearer ${apiKey}`,
    ]) {
      const refused = await get("/payouts", { authorization });
      expect(refused.status, authorization).toBe(401);
      expect(await refused.json()).toMatchObject({ error_code: "UNAUTHORIZED", error_messages: [expect.any(String)], correlation_id: expect.any(String) });
    }
  });

  it("lets nobody in at another region's or environment's host, nor with what was disabled, and shows nothing to who may not read", async () => {
    for (const place of ["na/test", "oc/test", "eu/live"]) expect((await get("/payouts", { place })).status, place).toBe(401);
    await order({ region: "eu", environment: "test", credential: "forbidden" });
    expect((await get("/payouts")).status).toBe(403);
    await order({ region: "eu", environment: "test", credential: "disabled" });
    expect((await get("/payouts")).status).toBe(401);
    expect((await get("/payouts", { place: "mars/test" })).status).toBe(404);
  });

  it("gives pages whose links lead to Klarna's own host, and says how fast one may go", async () => {
    await limits(1);
    const first = await get("/payouts?size=20");
    expect(first.headers.get("x-ratelimit-limit")).toBe("50, 50;w=1");
    expect(first.headers.get("x-ratelimit-remaining")).toBe("49");
    const { payouts, pagination } = (await first.json()) as Payouts;
    expect(pagination).toMatchObject({ count: 20, total: 52, prev: null, next: "https://api.playground.klarna.com/settlements/v1/payouts?size=20&offset=20" });
    expect([...payouts].sort((a, b) => (a.payout_date < b.payout_date ? 1 : -1))).toEqual(payouts);
    const last = (await json("/payouts?size=20&offset=40")) as Payouts;
    expect(last.pagination).toMatchObject({ count: 12, next: null, prev: expect.stringContaining("offset=20") });
    for (const wrong of ["size=501", "size=0", "size=x", "start_date=yesterday", "end_date=2026-13-01"])
      expect((await get(`/payouts?${wrong}`)).status, wrong).toBe(400);
  });

  it("takes a bare day for its first second, so that the last day is missed", async () => {
    const [latest] = ((await json("/payouts")) as Payouts).payouts;
    const day = latest?.payout_date.slice(0, 10);
    const found = async (search: string) => ((await json(`/payouts?${search}`)) as Payouts).payouts.map(({ payment_reference }) => payment_reference);
    expect(await found(`end_date=${day}`)).not.toContain(latest?.payment_reference);
    expect(await found(`end_date=${day}T23:59:59Z`)).toContain(latest?.payment_reference);
  });

  it("has payouts that add up, each from its lines, with debts that are carried on", async () => {
    const { payouts } = (await json("/payouts?size=500")) as Payouts;
    for (const { payment_reference, totals } of payouts) {
      const { transactions } = (await json(`/transactions?size=500&payment_reference=${payment_reference}`)) as {
        transactions: { type: string; amount: number }[];
      };
      const of = (type: string) => transactions.filter((line) => line.type === type).reduce((sum, { amount }) => sum + amount, 0);
      expect([totals.sale_amount, totals.fee_amount, totals.return_amount], payment_reference).toEqual([of("SALE"), of("FEE"), of("RETURN")]);
      expect(totals.closing_debt_balance_amount).toBe((totals.opening_debt_balance_amount ?? 0) - (totals.repay_amount ?? 0) + (totals.deposit_amount ?? 0));
    }
    expect(payouts.some(({ totals }) => (totals.repay_amount ?? 0) > 0)).toBe(true);
    const american = (await json("/payouts?size=500", "na/test", `Basic ${credentialOf("na", "test").apiKey}`)) as Payouts;
    expect(new Set(american.payouts.map(({ merchant_settlement_type }) => merchant_settlement_type))).toEqual(new Set(["GROSS", "GROSS_FEE"]));
  });

  it("has the oddities of real lines: no order, an empty capture, twins that nothing tells apart, lines in no payout yet", async () => {
    const lines: Record<string, unknown>[] = [];
    for (let offset = 0, total = 1; offset < total; offset += 500) {
      const page = (await json(`/transactions?size=500&offset=${offset}`)) as { transactions: Record<string, unknown>[]; pagination: { total: number } };
      lines.push(...page.transactions);
      total = page.pagination.total;
    }
    expect(lines.filter(({ payment_reference }) => payment_reference === undefined)).toHaveLength(9);
    expect(lines.some(({ order_id, type }) => order_id === null && type === "HOLDBACK")).toBe(true);
    expect(lines.filter(({ type }) => type === "RETURN").every(({ capture_id }) => capture_id === "")).toBe(true);
    const seen = new Map<string, number>();
    for (const line of lines) seen.set(JSON.stringify(line), (seen.get(JSON.stringify(line)) ?? 0) + 1);
    expect(Math.max(...seen.values())).toBe(2);
  });

  it("gives papers as CSV and PDF, of one payout and of a while", async () => {
    const [one] = ((await json("/payouts")) as Payouts).payouts;
    const while_ = "start_date=2020-01-01T00:00:00Z&end_date=2099-01-01T00:00:00Z";
    for (const [path, type] of [
      [`/reports/payout-with-transactions?payment_reference=${one?.payment_reference}`, "text/csv"],
      [`/reports/payout?payment_reference=${one?.payment_reference}`, "application/pdf"],
      [`/reports/payouts-summary-with-transactions?${while_}`, "text/csv"],
      [`/reports/payouts-summary?${while_}`, "application/pdf"],
    ] as const) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get("content-type")], path).toEqual([200, type]);
      expect(await answer.text()).toContain(type === "text/csv" ? `${one?.payment_reference}` : "%PDF-1.4");
    }
    expect((await get("/reports/payout?payment_reference=NOBODYS")).status).toBe(404);
    expect((await get("/payouts/NOBODYS")).status).toBe(404);
    expect(await json("/payouts/summary?start_date=2020-01-01T00:00:00Z&end_date=2099-01-01T00:00:00Z")).toHaveLength(2);
  });

  it("refuses what comes too fast, and breaks as it is told to", async () => {
    await limits(1);
    const answers = await Promise.all(Array.from({ length: 130 }, () => get("/payouts?size=1")));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    await limits("unlimited");
    for (const [kind, status] of [
      ["503", 503],
      ["500", 500],
      ["garbage", 200],
    ] as const) {
      await fetch(`${emulator.url}/__emulator/faults`, { method: "POST", body: JSON.stringify({ operation: "payouts.list", kind, times: 1 }) });
      expect((await get("/payouts")).status, kind).toBe(status);
    }
  });

  it("has the same payouts after it was started again, and what was changed since", async () => {
    const before = ((await json("/payouts?size=500")) as Payouts).payouts;
    const [one] = before;
    await order({ region: "eu", environment: "test", more: 2, changes: { [`${one?.payment_reference}`]: { credit: 500 } } });
    const after = ((await json("/payouts?size=500")) as Payouts).payouts;
    expect(after).toHaveLength(before.length + 2);
    const changed = after.find(({ payment_reference }) => payment_reference === one?.payment_reference);
    expect(changed?.totals.settlement_amount).toBe((one?.totals.settlement_amount ?? 0) + 500);
    expect(after.slice(3)).toEqual(before.slice(1));
  });
});

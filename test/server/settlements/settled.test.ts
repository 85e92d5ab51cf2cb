import { beforeAll, describe, expect, it } from "vitest";

import { GET } from "@/app/api/desk/merchants/[account_id]/settled/route";
import type { Settled } from "@/lib/desk/settled";
import type { Role } from "@/lib/klarna/permissions";
import { query } from "@/lib/server/db/client";
import { loadReport } from "@/lib/server/settlements/load";
import { settledByMany } from "@/lib/server/settlements/settled";

import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { notesOf } from "../notes/note-desk";
import { smallReport } from "./made-report";

withDesk(noKlarna);

const account = "krn:partner:global:account:live:7d7713fc-43a2-40bd-baef-de444d85ac44";
const other = "krn:partner:global:account:live:0b0c3dd0-0d1c-4d4f-8f0e-3f6f8f0f7a11";
const backed = "krn:partner:global:account:live:4a1f3b5c-2d6e-4f70-8a9b-0c1d2e3f4a5b";

async function settled(role: Role, account_id = account, environment = "test"): Promise<Settled> {
  const { cookie } = await signedIn(role);
  const request = browserRequest("/door", "GET", { cookie, search: { environment } });
  return (await answered(await GET(request, { params: Promise.resolve({ account_id }) }))).body as Settled;
}

// The same for all: those that ended on one day ended at one moment.
const now = Date.now();

/** Loads the small report as one that ended some days ago, in a currency; of a merchant. */
async function load(id: string, daysAgo: number, currency = "EUR", of = account, change: (lines: string[][]) => void = () => undefined): Promise<void> {
  const day = (ago: number) => `${new Date(now - ago * 86_400_000).toISOString().slice(0, 19)}Z`;
  const report = smallReport((rows) => {
    const [, summary = [], , ...lines] = rows;
    Object.assign(summary, { 0: id, 3: day(daysAgo + 7), 4: day(daysAgo), 6: currency });
    for (const line of lines) Object.assign(line, { 4: currency, 5: of, 6: id });
    change(lines);
  });
  async function* whole() {
    yield report;
  }
  await loadReport(whole(), { environment: "test", source: "imported" });
}

const timeline = async (role: Role, of = account, search: Readonly<Record<string, string>> = {}) => notesOf(await signedIn(role)).timeline(search, of);

describe("a merchant's timeline", () => {
  const seldom = "krn:partner:global:account:live:5c2d1e0f-9a8b-4c7d-8e6f-1a2b3c4d5e6f";

  it("tells each settlement that the merchant stands in, when it ended and what it came to, page by page", async () => {
    await query("INSERT INTO merchants (environment, account_id) VALUES ('test', $1)", [seldom]);
    for (const [id, daysAgo] of [
      ["T-1", 400],
      ["T-3", 2],
      ["T-2", 2],
    ] as const)
      await load(id, daysAgo, "EUR", seldom);
    const { entries } = await timeline("finance", seldom);
    expect(entries).toMatchObject([
      { kind: "settlement", settlement_id: "T-3", account_id: seldom, captures: 2, refunds: 1, chargebacks: 0, net: "5620", currency: "EUR" },
      { settlement_id: "T-2" },
      { settlement_id: "T-1" },
    ]);
    const first = await timeline("finance", seldom, { limit: "1" });
    const second = await timeline("finance", seldom, { limit: "1", after: first.next ?? "" });
    const third = await timeline("finance", seldom, { limit: "1", after: second.next ?? "" });
    expect([first, second, third].flatMap((page) => page.entries.map(({ id }) => id))).toEqual(["T-3", "T-2", "T-1"]);
    expect(third.next).toBeNull();
  });

  it("tells of settlements only whoever may see them, however they ask, and nobody whose name only stands in one", async () => {
    for (const search of [{}, { kinds: "settlement" }]) {
      expect((await timeline("support", seldom, search)).entries).toEqual([]);
      expect((await timeline("operations", seldom, search)).entries).toEqual([]);
      expect((await timeline("auditor", seldom, search)).entries).toHaveLength(3);
    }
    expect((await timeline("finance", "order-1")).entries).toEqual([]);
  });
});

describe("what a merchant lately settled", () => {
  beforeAll(async () => {
    await load("S-OLD", 40);
    await load("S-LATE", 20);
    await load("S-NEW", 3);
    await load("S-SEK", 10, "SEK");
    await load("S-OTHER", 1, "EUR", other);
  });

  it("is counted over the reports of the last 30 days, and added up in each currency for whoever may see settlements", async () => {
    const answer = await settled("finance");
    expect(answer).toMatchObject({ captures: 6, refunds: 3, chargebacks: 0, last: { settlement_id: "S-NEW" } });
    expect(answer.sums).toEqual([
      { currency: "EUR", captures: "12000", refunds: "-200", net: "11240" },
      { currency: "SEK", captures: "6000", refunds: "-100", net: "5620" },
    ]);
  });

  it("says how far the desk has reports of anybody, and when the newest that names the merchant ended", async () => {
    const { loaded_to, last } = await settled("auditor");
    expect(Date.now() - Date.parse(loaded_to ?? "")).toBeLessThan(1.1 * 86_400_000);
    expect(Math.round((Date.now() - Date.parse(last?.period_to ?? "")) / 86_400_000)).toBe(3);
  });

  it.each(["operations", "support"] as const)("shows %s how much was going on, and neither amounts nor the settlement", async (role) => {
    const answer = await settled(role);
    expect(answer).toMatchObject({ captures: 6, refunds: 3, sums: null, last: { settlement_id: null } });
    expect(JSON.stringify(answer)).not.toMatch(/S-NEW|12000/);
  });

  it("is counted over many", async () => {
    const { loaded_to, is_old, missing } = await settled("finance");
    const loaded = { loaded_to, is_old, missing };
    expect(await settledByMany("test", [account, other, `${other}1`])).toEqual({ ...loaded, merchants: 2, captures: 8 });
    expect(await settledByMany("test", [])).toEqual({ ...loaded, merchants: 0, captures: 0 });
  });

  it("is nothing in another environment, and of a merchant that no report names", async () => {
    expect(await settled("finance", account, "live")).toEqual({
      ...{ loaded_to: null, is_old: false, missing: 0, captures: 0, refunds: 0, chargebacks: 0, last: null, sums: [] },
    });
    expect(await settled("finance", `${other}1`)).toMatchObject({ captures: 0, last: null });
  });

  it("counts chargebacks, without what was taken back of them", async () => {
    const id = "S-BACK";
    const sale = (row: string[]) => row[0] === "SALE";
    await load(id, 2, "EUR", backed, (lines) => {
      const [first, second] = lines.filter(sale);
      Object.assign(first ?? [], { 0: "CHARGEBACK", 1: "CHARGEBACK" });
      Object.assign(second ?? [], { 0: "CHARGEBACK", 1: "CORRECTION_CHARGEBACK" });
    });
    expect(await settled("finance", backed)).toMatchObject({ captures: 0, chargebacks: 1, last: { settlement_id: id } });
  });

  it("says of which days it can say nothing: of settlements without a report, and where the newest is old", async () => {
    expect(await settled("support")).toMatchObject({ is_old: false, missing: 0 });
    await query("INSERT INTO settlements (environment, settlement_id, source, period_to) VALUES ('test', 'S-UNREAD', 'announced', now() - interval '5 days')");
    expect(await settled("support")).toMatchObject({ is_old: false, missing: 1 });
    await query(
      "INSERT INTO settlements (environment, settlement_id, source, period_to, load_id) VALUES ('live', 'S-LONG-AGO', 'imported', now() - interval '50 days', 9999)",
    );
    expect(await settled("support", account, "live")).toMatchObject({ is_old: true, missing: 0 });
  });

  it("counts a report once that was loaded again, and none that is given up", async () => {
    await load("S-NEW", 3);
    expect((await settled("finance")).captures).toBe(6);
    await query("UPDATE settlements SET load_id = NULL WHERE settlement_id IN ('S-NEW', 'S-LATE', 'S-SEK')");
    expect(await settled("finance")).toMatchObject({ captures: 0, refunds: 0, last: { settlement_id: "S-OLD" } });
  });
});

import { beforeEach, expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { sendJob } from "@/lib/server/jobs/queue";
import { Worker } from "@/lib/server/jobs/worker";
import { settlementDetail } from "@/lib/server/settlements/detail";
import { loadSettlements } from "@/lib/server/settlements/job";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { sendEvent } from "../harness/webhook";

let emulator: TestEmulator;
withDesk(
  async () => {
    emulator = await startTestEmulator();
    return emulator;
  },
  { DESK_TIME_SCALE: "0.02" },
);
beforeEach(() => emulator.heal());

/** Klarna makes a settlement and announces it; the desk's worker does what is due. Answers how it stands. */
async function announce(id: string, order: Readonly<Record<string, unknown>> = {}) {
  await emulator.order("/settlements", { settlement_id: id, rows: 400, announce: false, ...order });
  await tell(id);
  return work(id);
}

async function tell(id: string) {
  const event = { metadata: { event_id: crypto.randomUUID(), event_type: "settlement.report.created", live: false }, payload: { settlement_id: id } };
  expect((await sendEvent(event)).status).toBe(200);
}

async function reportsAsked(): Promise<number> {
  const counts = (await (await fetch(`${emulator.url}/__emulator/requests`)).json()) as Readonly<Record<string, { readonly received: number }>>;
  return counts["settlements.csv"]?.received ?? 0;
}

async function work(id: string) {
  const worker = new Worker([loadSettlements]);
  await worker.look();
  await worker.settled();
  await worker.stop();
  const [row] = await query<Record<string, unknown>>(
    "SELECT s.*, l.rows, l.bytes FROM settlements s LEFT JOIN settlement_loads l ON l.id = s.load_id WHERE s.settlement_id = $1",
    [id],
  );
  return row;
}

test("a report announced by webhook is loaded and proved", async () => {
  expect(await announce("A-1")).toMatchObject({ source: "announced", rows: 400, proved: true, lines_gap: "0", parts_gap: "0", wanted_at: null, refusal: null });
});

test("it is announced again, and nothing changes", async () => {
  const [before] = await query<{ load_id: number }>("SELECT load_id FROM settlements WHERE settlement_id = 'A-1'");
  expect(await announce("A-1")).toMatchObject({ load_id: before?.load_id, proved: true });
});

test("one that is announced anew while its report is on its way is read once more", async () => {
  const before = await reportsAsked();
  await emulator.fault("settlements.csv", "slow");
  const first = announce("A-1");
  await vi.waitUntil(async () => (await reportsAsked()) === before + 1);
  await tell("A-1");
  expect(await first).toMatchObject({ wanted_at: null });
  expect(await reportsAsked()).toBe(before + 2);
});

test("of the same settlement another report is refused by name, and the one that was proved stands", async () => {
  expect(await announce("A-1", { seed: 2 })).toMatchObject({ proved: true, rows: 400, refusal: { code: "OTHER_CONTENT" } });
});

test("an event that names no settlement, or none that can be one, wants nothing", async () => {
  for (const settlement_id of [undefined, "", "../accounts", "x".repeat(300)])
    await sendEvent({ metadata: { event_id: crypto.randomUUID(), event_type: "settlement.report.created" }, payload: { settlement_id } });
  expect(await query("SELECT 1 FROM settlements WHERE wanted_at IS NOT NULL")).toHaveLength(0);
});

test("Klarna's fault is no fault of the report: it is read when Klarna is well again", async () => {
  await emulator.fault("settlements.csv", "503", 50);
  expect(await announce("A-2")).toMatchObject({ load_id: null, tries: 1, amount: expect.stringMatching(/^\d+$/), refusal: { code: expect.any(String) } });
  await emulator.heal();
  await query("UPDATE settlements SET wanted_at = now()");
  await sendJob(loadSettlements, { data: {} });
  expect(await work("A-2")).toMatchObject({ rows: 400, proved: true, tries: 0, refusal: null });
});

test("a settlement that Klarna doesn't know is asked for once", async () => {
  const event = { metadata: { event_id: crypto.randomUUID(), event_type: "settlement.report.created" }, payload: { settlement_id: "NOBODYS" } };
  await sendEvent(event);
  expect(await work("NOBODYS")).toMatchObject({ load_id: null, wanted_at: null, refusal: { code: "RESOURCE_NOT_FOUND" } });
});

const faults: Readonly<Record<string, object>> = {
  "a capture is listed twice": { proved: false, parts_gap: "0", gaps: { capture_amount: expect.any(Number) } },
  "a refund isn't listed": { proved: false, parts_gap: "0", gaps: { refund_amount: expect.any(Number) } },
  "the VAT is off by five": { proved: false, parts_gap: "0", lines_gap: "-5", gaps: { vat_amount: -5 } },
  "the amount isn't the sum of its parts": { proved: false, parts_gap: "-1000", lines_gap: "-1000", gaps: {} },
  "some variable fees are above the plan": { proved: true },
  "a fixed fee is charged twice": { proved: true },
  "it is cut off": { load_id: null, refusal: { code: "NOT_A_REPORT" } },
  "it is a web page": { load_id: null, refusal: { reason: expect.stringMatching(/web page/) } },
  "it is compressed": { load_id: null, refusal: { reason: expect.stringMatching(/gzip/) } },
  "the sections are swapped": { load_id: null, refusal: { line: 1 } },
  "a column is missing": { load_id: null, refusal: { column: "vat_amount" } },
  "a row has one cell more": { load_id: null, refusal: { line: 206, reason: expect.stringMatching(/28 cells/) } },
  "a quote isn't closed": { load_id: null, refusal: { line: 206, reason: expect.stringMatching(/never closed/) } },
  "an amount is too large": { load_id: null, refusal: { line: 206, column: "amount" } },
  "a row is in another currency": { load_id: null, refusal: { line: 206, column: "currency" } },
  "a row is of another settlement": { load_id: null, refusal: { line: 206, column: "settlement_id" } },
};

for (const [at, [fault, outcome]] of Object.entries(faults).entries())
  test(`a report of which ${fault} stands as it is`, async () => {
    expect(await announce(`F-${at}`, { fault })).toMatchObject(outcome);
  });

test("a debt that goes on from week to week holds; one of which the opening debt isn't the last closing debt stands as broken, by how much", async () => {
  const chain = async (name: string, week: number, opening_debt: number, fault?: string) => {
    await announce(name, { rows: 90, currency: "NOK", to: new Date(Date.UTC(2026, 2, 2 + 7 * week)).toISOString(), opening_debt, ...(fault && { fault }) });
    return settlementDetail("test", name);
  };
  // A debt that the weeks don't make up for.
  const first = await chain("N-1", 1, -90_000_000);
  expect(first).toMatchObject({ chain: "unknown", verdict: "adds-up", opening_debt: "-90000000", amount: "0" });
  const owed = Number(first.closing_debt);
  expect(owed).toBeGreaterThan(-90_000_000);
  const second = await chain("N-2", 2, owed);
  expect(second).toMatchObject({
    chain: "holds",
    chain_gap: null,
    verdict: "adds-up",
    opening_debt: String(owed),
    previous: { settlement_id: "N-1", adjacent: true },
  });
  const third = await chain("N-3", 3, Number(second.closing_debt), debtFault);
  expect(third).toMatchObject({ chain: "broken", chain_gap: "-4321", verdict: "differs", parts_gap: "0", lines_gap: "0" });
  expect(third.parts.filter(({ gap }) => gap !== null && gap !== "0")).toEqual([]);
});

const debtFault = "the opening debt isn't the last closing debt";

test("what the emulator says that is wrong with a report is all there is", async () => {
  const { reportFaults } = await import("@/emulator/reports/order");
  expect([...Object.keys(faults), debtFault].sort()).toEqual([...reportFaults].sort());
});
